using System.Globalization;
using System.Text;

namespace SeminarArchive.Content;

/// <summary>The one rule by which names and titles become parts of addresses.</summary>
public static class Slug
{
    /// <summary>Longest slug, in characters: WordPress's own limit, so that its addresses fit.</summary>
    public const int MaxLength = 200;

    // Letters that Unicode does not decompose into a Latin base letter and a mark.
    private static readonly Dictionary<char, string> Folds = new()
    {
        ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe",
        ['ı'] = "i", ['ħ'] = "h", ['ŧ'] = "t", ['ŋ'] = "n", ['ĸ'] = "k", ['ŀ'] = "l", ['ſ'] = "s", ['ə'] = "e",
    };

    /// <summary>
    /// Lower case, letters and digits of any script, single hyphens between them; Latin letters lose their marks
    /// (<c>Łódź</c> → <c>lodz</c>), other scripts keep their letters (<c>大谷直樹</c>). Apostrophes vanish (<c>King's</c> → <c>kings</c>).
    /// Empty when the text has no letter and no digit. A slug is its own slug.
    /// </summary>
    public static string From(string text)
    {
        var slug = new StringBuilder(text.Length);
        var gap = false;
        var latin = false;
        foreach (var rune in PlainText.Normal(text, NormalizationForm.FormKD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark)
            {
                // A mark belongs to its letter: dropped from Latin (and after a gap), kept where the script needs it.
                if (!latin && !gap && slug.Length > 0) slug.Append(rune.ToString());
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                if (gap && slug.Length > 0) slug.Append('-');
                gap = false;
                var lower = Rune.ToLowerInvariant(rune);
                latin = lower.Value is < 0x250 or >= 0x1E00 and < 0x1F00;
                if (lower.IsBmp && Folds.TryGetValue((char)lower.Value, out var fold)) slug.Append(fold);
                else slug.Append(lower.ToString());
            }
            else if (rune.Value is not ('\'' or '’' or '‘' or 'ʼ' or 0xAD) && category is not UnicodeCategory.Format)
            {
                gap = true;
            }
        }

        var whole = slug.ToString().Normalize(NormalizationForm.FormC);
        return whole.Length <= MaxLength ? whole : Shorten(whole);
    }

    /// <summary>As <see cref="From"/>, of a tag or category: <c>C++</c> and <c>C#</c> are not <c>C</c>, but <c>c-plus-plus</c> and <c>c-sharp</c>.</summary>
    public static string OfSubject(string text)
    {
        if (!text.AsSpan().ContainsAny('+', '#')) return From(text);
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is [.., var last, '+', '+'] && char.IsLetter(last)) words[i] = words[i][..^2] + " plus plus";
            else if (words[i] is [.., var before, '#'] && char.IsLetter(before)) words[i] = words[i][..^1] + " sharp";
        }

        return From(string.Join(' ', words));
    }

    // Between words where that keeps at least half; never through a surrogate pair or before a mark.
    private static string Shorten(string slug)
    {
        var cut = slug.LastIndexOf('-', MaxLength);
        if (cut < MaxLength / 2)
        {
            cut = MaxLength;
            while (cut > 1 && (char.IsLowSurrogate(slug[cut]) || CharUnicodeInfo.GetUnicodeCategory(slug, cut) is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark)) cut--;
        }

        return slug[..cut].TrimEnd('-');
    }
}
