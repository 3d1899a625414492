using System.Text;

namespace SeminarArchive.Store;

/// <summary>Which group of an A–Z page a sort key falls into.</summary>
public static class Initials
{
    private static readonly (int First, int Last, string Script)[] Scripts =
    [
        (0x0370, 0x03FF, "Greek"), (0x0400, 0x052F, "Cyrillic"), (0x0530, 0x058F, "Armenian"), (0x0590, 0x05FF, "Hebrew"),
        (0x0600, 0x077F, "Arabic"), (0x08A0, 0x08FF, "Arabic"), (0x0900, 0x0DFF, "Indic"), (0x0E00, 0x0E7F, "Thai"),
        (0x10A0, 0x10FF, "Georgian"), (0x1100, 0x11FF, "Korean"), (0x1200, 0x139F, "Ethiopic"), (0x1F00, 0x1FFF, "Greek"),
        (0x2E80, 0x312F, "Chinese and Japanese"), (0x3130, 0x318F, "Korean"), (0x31A0, 0x9FFF, "Chinese and Japanese"),
        (0xA960, 0xD7FF, "Korean"), (0xF900, 0xFAFF, "Chinese and Japanese"), (0x20000, 0x3FFFF, "Chinese and Japanese"),
    ];

    /// <summary><c>A</c> to <c>Z</c>, then <c>0–9</c>, then the scripts by name, then <c>Other</c>.</summary>
    public static string Of(string sortKey)
    {
        if (!Rune.TryGetRuneAt(sortKey.Length == 0 ? " " : sortKey, 0, out var first)) return "Other";
        if (first.Value is >= 'a' and <= 'z') return char.ToUpperInvariant((char)first.Value).ToString();
        if (Rune.IsDigit(first)) return "0–9";

        foreach (var (from, to, script) in Scripts)
        {
            if (first.Value >= from && first.Value <= to) return script;
        }

        return "Other";
    }
}
