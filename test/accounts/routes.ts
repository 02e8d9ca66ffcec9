import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';

import type { Action } from '../../src/accounts/permissions.js';
import type { House } from '../support/house.js';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Route {
  readonly method: Method;
  /** With its parameters, such as `/api/v1/members/:id`. */
  readonly path: string;
  /** Undefined where nobody has said what it is. */
  readonly action: Action | undefined;
}

/** Every route that the house serves, as Nest knows it. */
export function routesOf(house: House): Route[] {
  const controllers = [...house.app.get(ModulesContainer).values()].flatMap(({ controllers: some }) => [...some.values()].map(({ metatype }) => metatype as new () => object));
  return [...new Set(controllers)].flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype)
      .map((name) => controller.prototype[name as never] as object)
      .filter((handler) => typeof handler === 'function' && Reflect.hasMetadata('method', handler))
      .flatMap((handler) => {
        const action = (Reflect.getMetadata('gern:action', handler) ?? Reflect.getMetadata('gern:action', controller)) as Action | undefined;
        const method = RequestMethod[Reflect.getMetadata('method', handler) as RequestMethod] as Method;
        return pathsOf(controller).flatMap((base) =>
          pathsOf(handler).map((path) => ({
            method,
            path: `/${[base, path]
              .map((part) => part.replace(/^\/|\/$/gu, ''))
              .filter(Boolean)
              .join('/')}`,
            action,
          })),
        );
      }),
  );
}

function pathsOf(target: object): string[] {
  const path = Reflect.getMetadata('path', target) as string | string[] | undefined;
  return Array.isArray(path) ? path : [path ?? ''];
}
