import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import type { LinkProps } from 'react-router';
import type { IconName } from './drawings';
import { Icon } from './icon';

interface Look {
  /** One primary button per view: what most people should do next. */
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly small?: boolean;
  readonly icon?: IconName;
}

function classes({ kind = 'plain', small }: Look, extra?: string): string {
  return ['btn', kind !== 'plain' && kind, small && 'small', extra].filter(Boolean).join(' ');
}

interface ButtonProps extends Look, Omit<ComponentProps<'button'>, 'children'> {
  readonly children?: ReactNode;
  /** While something runs: the word to show; a second press does nothing. */
  readonly busy?: string | false;
}

/** A button is never disabled: pressing it tells what is missing. */
export function Button({
  kind,
  small,
  icon,
  busy,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps): ReactElement {
  return (
    <button
      type="button"
      {...rest}
      className={classes({ ...(kind && { kind }), ...(small && { small }) }, className)}
      aria-busy={busy ? true : undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {busy ? <Icon name="clock" /> : icon && <Icon name={icon} small={small === true} />}
      {busy || children}
    </button>
  );
}

interface ButtonLinkProps extends Look, Omit<LinkProps, 'children'> {
  readonly children?: ReactNode;
}

/** A link that looks like a button, for going to the place where something is done. */
export function ButtonLink({
  kind,
  small,
  icon,
  className,
  children,
  ...rest
}: ButtonLinkProps): ReactElement {
  return (
    <Link {...rest} className={classes({ ...(kind && { kind }), ...(small && { small }) }, className)}>
      {icon && <Icon name={icon} small={small === true} />}
      {children}
    </Link>
  );
}
