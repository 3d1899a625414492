namespace SeminarArchive.Content;

/// <summary>ORCID iDs: sixteen digits with a check digit (ISO 7064, MOD 11-2).</summary>
internal static class Orcid
{
    /// <summary>As <c>0000-0002-1825-0097</c>, from the bare iD or its address; null when it is none or mistyped.</summary>
    public static string? Parse(string text)
    {
        var id = text.Trim().TrimEnd('/');
        var slash = id.LastIndexOf('/');
        if (slash >= 0)
        {
            if (!id.Contains("orcid.org/", StringComparison.OrdinalIgnoreCase)) return null;
            id = id[(slash + 1)..];
        }

        var digits = id.Replace("-", "", StringComparison.Ordinal).Replace("‐", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (digits.Length != 16) return null;
        var total = 0;
        foreach (var c in digits[..15])
        {
            if (!char.IsAsciiDigit(c)) return null;
            total = (total + (c - '0')) * 2;
        }

        var check = (12 - (total % 11)) % 11;
        return digits[15] == (check == 10 ? 'X' : (char)('0' + check))
            ? $"{digits[..4]}-{digits[4..8]}-{digits[8..12]}-{digits[12..]}"
            : null;
    }
}
