using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SeminarArchive.Content;

/// <summary>A day, a month or a year in the Gregorian calendar, as precise as what is known (ISO 8601, level 0 of EDTF).</summary>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    /// <summary>1 to 9999.</summary>
    public int Year { get; }

    /// <summary>1 to 12, or null when only the year is known.</summary>
    public int? Month { get; }

    /// <summary>1 to 31, or null when the day is not known.</summary>
    public int? Day { get; }

    /// <exception cref="ArgumentOutOfRangeException">No such date, or a day without a month.</exception>
    public PartialDate(int year, int? month = null, int? day = null)
    {
        if (month is null && day is not null) throw new ArgumentOutOfRangeException(nameof(day), "A day needs a month.");
        _ = new DateOnly(year, month ?? 1, day ?? 1);
        (Year, Month, Day) = (year, month, day);
    }

    /// <summary>The first day that it may stand for.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day that it may stand for.</summary>
    public DateOnly Last => new(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));

    /// <summary>Sorts as dates do: 20200213, 20200200 for a month, 20200000 for a year, so that the vague precede the exact.</summary>
    public int Key => (Year * 10000) + ((Month ?? 0) * 100) + (Day ?? 0);

    /// <summary>The date that <see cref="Key"/> was taken from.</summary>
    public static PartialDate FromKey(int key)
    {
        var (month, day) = (key / 100 % 100, key % 100);
        return new PartialDate(key / 10000, month == 0 ? null : month, day == 0 ? null : day);
    }

    /// <summary>Reads <c>YYYY-MM-DD</c>, <c>YYYY-MM</c> or <c>YYYY</c>; a month or day may lack its leading zero.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        date = default;
        if (text is null) return false;

        var parts = text.Split('-');
        if (parts.Length > 3 || parts[0].Length != 4 || !Number(parts[0], out var year) || year == 0) return false;
        int month = 0, day = 0;
        if (parts.Length > 1 && !(parts[1].Length is 1 or 2 && Number(parts[1], out month) && month is >= 1 and <= 12)) return false;
        if (parts.Length > 2 && !(parts[2].Length is 1 or 2 && Number(parts[2], out day) && day >= 1 && day <= DateTime.DaysInMonth(year, month))) return false;

        date = new PartialDate(year, month == 0 ? null : month, day == 0 ? null : day);
        return true;

        static bool Number(string digits, out int value) =>
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    public int CompareTo(PartialDate other) => Key.CompareTo(other.Key);

    /// <summary>ISO 8601: <c>2020-02-13</c>, <c>2020-02</c> or <c>2020</c>.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}"),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}"),
    };

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;
}
