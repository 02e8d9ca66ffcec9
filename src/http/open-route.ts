import { SetMetadata } from '@nestjs/common';

/** Where the guard reads which action a route is; rooms below `accounts` name it by this decorator. */
const ACTION = 'gern:action';

/** Names the action of a route of the mail room, or of a file for everybody; who may do it stands in the table of permissions. */
export const OpenRoute = (action: 'community.read' | 'mail.operate' | 'mail.unsubscribe' | 'mail.report' | 'mail.look'): MethodDecorator & ClassDecorator => SetMetadata(ACTION, action);
