using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace SeminarArchive.Web.Formats.OaiPmh;

/// <summary>
/// How a list goes on: what was asked for, and the last record that was sent. Nothing of it is kept here, so that it holds after a restart
/// and in other copies of the site, and does not expire. It names a place among the records, no number of them: what changes meanwhile
/// moves nothing out of its way.
/// </summary>
/// <param name="Sent">Records sent so far.</param>
/// <param name="Size">Records that the list had when it began.</param>
/// <param name="ChangedAt">Of the last record sent.</param>
/// <param name="Key">Of the last record sent.</param>
public sealed record ResumptionToken(string Verb, string Prefix, string? From, string? Until, string? Set, int Sent, int Size, long ChangedAt, string Key)
{
    private const int SumLength = 9;

    /// <summary>Only letters, digits, hyphens and underscores, since not every harvester encodes what it sends back.</summary>
    public override string ToString()
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(this);
        return Base64Url.EncodeToString([.. Sum(text), .. text]);
    }

    /// <summary>Null when the text is no token of this archive.</summary>
    public static ResumptionToken? Parse(string text)
    {
        if (!Base64Url.IsValid(text) || text.Any(char.IsWhiteSpace)) return null;

        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= SumLength || !Sum(bytes.AsSpan(SumLength)).AsSpan().SequenceEqual(bytes.AsSpan(0, SumLength))) return null;
        try
        {
            return JsonSerializer.Deserialize<ResumptionToken>(bytes.AsSpan(SumLength)) is { Verb: not null, Prefix: not null, Key: not null, Sent: > 0, Size: > 0 } token ? token : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Against slips and tampering by hand; a token gives nobody anything that they could not ask for otherwise.
    private static byte[] Sum(ReadOnlySpan<byte> text) => SHA256.HashData([.. "resumptionToken 1\n"u8, .. text])[..SumLength];
}
