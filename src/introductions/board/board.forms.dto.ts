import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

import { LANGUAGES, type Language } from '../../engine/engine.js';

/** A field of a form that was left empty counts as left out. */
const Trimmed = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() || undefined : value));

export class BoardQuery {
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(300)
  words?: string;

  @Trimmed()
  @IsOptional()
  @IsIn(LANGUAGES)
  written?: Language;

  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(80)
  place?: string;

  @IsOptional()
  @IsIn(['yes'])
  remote?: 'yes';

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  page: number = 1;
}
