namespace Termbase.Languages.Numerals;

/// <summary>What an atom is compared with.</summary>
internal enum AtomClass
{
    Number,
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
    Plan,
    Code,
    Indefinite,
}

/// <summary>
/// The smallest thing that is compared: a date falls into year, month and day, a range into its ends, so that 26日 agrees with
/// July 26 and 5-8 with "five … eight".
/// </summary>
internal readonly record struct QuantityAtom(AtomClass Class, Rational Value, Quantity Quantity)
{
    /// <summary>The atoms of quantities, in order.</summary>
    public static List<QuantityAtom> Split(IEnumerable<Quantity> quantities)
    {
        var atoms = new List<QuantityAtom>();
        foreach (var quantity in quantities)
        {
            Split(quantity, atoms);
        }

        return atoms;
    }

    private static void Split(Quantity quantity, List<QuantityAtom> atoms)
    {
        switch (quantity.Kind)
        {
            case QuantityKind.Name:
                atoms.Add(new(AtomClass.Code, Rational.Zero, quantity));
                break;
            case QuantityKind.Indefinite:
                atoms.Add(new(AtomClass.Indefinite, quantity.Value, quantity));
                break;
            case QuantityKind.PlanPeriod:
                atoms.Add(new(AtomClass.Plan, quantity.Value, quantity));
                break;
            case QuantityKind.YearRange:
                atoms.Add(new(AtomClass.Year, quantity.Value, quantity));
                atoms.Add(new(AtomClass.Year, quantity.Upper!.Value, quantity));
                break;
            case QuantityKind.Decade:
                atoms.Add(new(AtomClass.Year, quantity.Value, quantity));
                break;
            default:
                if (quantity.Calendar is { } calendar)
                {
                    AddPart(atoms, AtomClass.Year, calendar.Year, quantity);
                    AddPart(atoms, AtomClass.Month, calendar.Month, quantity);
                    AddPart(atoms, AtomClass.Day, calendar.Day, quantity);
                    AddPart(atoms, AtomClass.Hour, calendar.Hour, quantity);
                    AddPart(atoms, AtomClass.Minute, calendar.Minute is 0 ? null : calendar.Minute, quantity);
                    AddPart(atoms, AtomClass.Second, calendar.Second is 0 ? null : calendar.Second, quantity);
                    break;
                }

                atoms.Add(new(AtomClass.Number, quantity.Value, quantity));
                if (quantity.Upper is { } upper)
                {
                    atoms.Add(new(AtomClass.Number, upper, quantity));
                }

                break;
        }
    }

    private static void AddPart(List<QuantityAtom> atoms, AtomClass part, int? value, Quantity quantity)
    {
        if (value is { } number)
        {
            atoms.Add(new(part, number, quantity));
        }
    }
}
