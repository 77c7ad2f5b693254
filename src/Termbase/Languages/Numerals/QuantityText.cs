using System.Text;

namespace Termbase.Languages.Numerals;

/// <summary>The short form of a quantity that reports and the table of cases show.</summary>
internal static class QuantityText
{
    public static string Format(Quantity quantity)
    {
        var text = new StringBuilder(quantity.Kind.ToString()).Append(' ');
        if (quantity.Code is { } code)
        {
            return text.Append(code).ToString();
        }

        if (quantity.Calendar is { } calendar && quantity.Kind is not QuantityKind.YearRange)
        {
            text.Append(calendar);
        }
        else
        {
            var share = quantity.Kind is QuantityKind.Percent or QuantityKind.PercentagePoint;
            Rational scale = share ? 100 : 1;
            text.Append(quantity.Value * scale);
            if (quantity.Upper is { } upper)
            {
                text.Append(quantity.Kind == QuantityKind.Ratio ? ":" : "..").Append(upper * scale);
            }

            text.Append(share ? "%" : "");
        }

        if (quantity.Unit is { } unit)
        {
            text.Append(' ').Append(unit.Id);
        }

        if (quantity.Currency is { } currency)
        {
            text.Append(' ').Append(currency);
        }

        return quantity.Bound == QuantityBound.Exact ? text.ToString() : text.Append(' ').Append(quantity.Bound).ToString();
    }
}
