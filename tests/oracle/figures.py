# Rates and intervals of polls, a second time: written from the design and from the formulas of Wilson and of the
# finite population alone, with whole numbers and fractions where the program has its own arithmetic.
from decimal import Decimal, getcontext
from fractions import Fraction
from math import ceil, floor

getcontext().prec = 50
Z = Decimal('1.959963984540054')


def decimals(n):
    """Digits a base can bear: 0 below 200, 1 below 2,000, 2 below 20,000 and so on."""
    d = 0
    while n >= 2 * 10 ** (d + 2):
        d += 1
    return d


def half_up(x, n, d):
    """100·x/n in percent, rounded half up to d decimals, as text."""
    scaled = (2 * x * 10 ** (d + 2) + n) // (2 * n)
    text = str(scaled).rjust(d + 1, '0')
    return text if d == 0 else f'{text[:-d]}.{text[-d:]}'


def wilson(x, n):
    """The Wilson interval as two decimals between 0 and 1; n may be a fraction (a design effect)."""
    n = Decimal(n.numerator) / Decimal(n.denominator)
    p = Decimal(x.numerator) / Decimal(x.denominator) / n
    square = Z * Z
    centre = (p + square / (2 * n)) / (1 + square / n)
    half = Z * (p * (1 - p) / n + square / (4 * n * n)).sqrt() / (1 + square / n)
    return (Decimal(0) if p == 0 else centre - half), (Decimal(1) if p == 1 else centre + half)


def whole_people(x, n, population, effect=Fraction(1)):
    """The interval of a sample that is a good part of its population, in whole people: (low, high)."""
    m = Fraction(n * (population - 1), population - n) / effect
    low, high = wilson(Fraction(x, n) * m, m)
    fewest = max(x, floor(low * population + Decimal('1e-9')))
    most = min(population - n + x, ceil(high * population - Decimal('1e-9')))
    return fewest, most


def interval(x, n, population=None, effect=Fraction(1)):
    """Ends in percent as text, with one decimal more than the rate: exact where the population is known and small."""
    d = max(2, decimals(n) + 1)
    if population and n < population and Fraction(n, population) > Fraction(1, 20):
        fewest, most = whole_people(x, n, population, effect)
        return half_up(fewest, population, d), half_up(most, population, d)
    low, high = wilson(Fraction(x) / effect, Fraction(n) / effect)
    quantum = Decimal(1).scaleb(-d)
    return tuple(str((100 * end).quantize(quantum, rounding='ROUND_HALF_UP')) for end in (low, high))


def base_of(survey, row):
    """Valid answers without the excluded options; None where the counts do not tell."""
    counts, excluded = row.get('counts'), survey.get('excluded') or []
    if not counts or any(option not in counts for option in excluded):
        return None
    valid = int(row['valid']) if 'valid' in row else sum(int(n) for n in counts.values())
    return valid - sum(int(counts[option]) for option in excluded)


def figures_of(survey, row):
    """What the design lets a result say: marker, satisfied, rate, low, high; None where there is none."""
    nothing = {'satisfied': None, 'rate': None, 'low': None, 'high': None}
    counts = row.get('counts')
    if not counts:
        reported = any(key in row for key in ('reported_rate', 'reported', 'score'))
        return {'marker': 'reported' if reported else 'missing', **nothing}
    positive = survey.get('positive') or []
    if any(option not in counts for option in positive) or not positive:
        return {'marker': 'missing', **nothing}
    base = base_of(survey, row)
    if not base:
        return {'marker': 'missing', **nothing}
    x = sum(int(counts[option]) for option in positive)
    result = {'marker': 'none', 'satisfied': x, 'rate': half_up(x, base, max(2, decimals(base) + 1)), 'low': None, 'high': None}
    asked = int(row['invited']) if 'invited' in row else None
    alone = len(survey['results']) == 1                              # the population is that of the whole poll
    population = int(survey['population_size']) if alone and 'population_size' in survey else None
    effect = Fraction(survey.get('design_effect', '1'))
    answered_enough = asked is None or 5 * base >= asked             # under 20 % it is as good as self-selected
    if survey['method'] == 'random-sample' and answered_enough and not (population and base >= population):
        result['low'], result['high'] = interval(x, base, population, effect)
    return result
