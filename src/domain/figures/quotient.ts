import { messages } from '../messages/messages';
import { Problem } from '../messages/problem';
import { divide, type Decimal } from '../money/decimal';

/**
 * The quotient of two amounts, as `REVSHARE(spend, revenue)`.
 * @throws Problem `#DIV/0!` if the revenue is 0
 */
export function quotient(spend: Decimal, revenue: Decimal): Decimal {
  if (revenue.isZero()) {
    throw new Problem('#DIV/0!', messages.revenueArgumentIsZero());
  }
  return divide(spend, revenue);
}
