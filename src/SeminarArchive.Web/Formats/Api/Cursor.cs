using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>
/// Where a list goes on: text that means nothing to who receives it. One of a list in a fixed order names the last item's place in that order;
/// one of ranked results names the state of the archive that they were ranked in, and how far they were read.
/// </summary>
/// <param name="Question">What was asked, so that no cursor goes on with another list.</param>
/// <param name="Parts">What the list needs to go on.</param>
public sealed record Cursor(string Question, IReadOnlyList<string> Parts)
{
    // Longer than any that was handed out: a slug and a sort key are shorter than this.
    private const int Longest = 4000;

    /// <summary>Short for the addresses of all stretches of one list.</summary>
    public static string QuestionOf(string list) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list)).AsSpan(0, 6));

    /// <summary>Null for what is no cursor.</summary>
    public static Cursor? Parse(string text)
    {
        if (text.Length > Longest || !Base64Url.IsValid(text)) return null;

        try
        {
            return JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(text)) is [{ } question, .. var parts] && !parts.Contains(null) ? new Cursor(question, parts!) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A whole number that this program has written; null for anything else.</summary>
    public static long? Number(string part) => long.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes<string[]>([Question, .. Parts]));
}
