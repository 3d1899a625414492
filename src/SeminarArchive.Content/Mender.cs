using System.Security.Cryptography;
using System.Text.Json;

namespace SeminarArchive.Content;

/// <summary>Something that was mended in a file, or should be and could not.</summary>
/// <param name="File">Path from the content folder's parent on: <c>content/seminars/knots.md</c>.</param>
/// <param name="What">One sentence.</param>
/// <param name="IsDone">False when it is left to its editor.</param>
public sealed record Mended(string File, string What, bool IsDone = true);

/// <summary>
/// Mends what needs no human: old addresses are added to <c>aliases:</c>, paths get the capitals that their files have.
/// Nothing is taken away, and the rest of the file stays as it is, byte for byte.
/// </summary>
/// <param name="formerAddresses">The addresses that a file's seminar had before (<c>/seminars/bends/</c>), by its path under the content folder.</param>
public sealed class Mender(ContentFolder content, Func<string, IEnumerable<string>> formerAddresses)
{
    private readonly FileNames files = new(content);

    /// <summary>
    /// Mends one file, all at once or not at all. Nothing is written when the file has errors, when it has changed since it was read,
    /// or when the mended text would not read back as the same seminar; what could not be mended is named.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public IReadOnlyList<Mended> Mend(Reading reading)
    {
        if (reading.Seminar is not { } seminar || reading.Fields is not { } fields) return [];
        var local = LocalFile.In(reading).ToList();
        var former = formerAddresses(reading.Path).Where(address => !Leads(seminar, address)).ToList();
        if (local.Count == 0 && former.Count == 0) return [];

        var path = RealPath.Of(Path.Combine(content.Root, reading.Path)) ?? Path.Combine(content.Root, reading.Path);
        var bytes = File.ReadAllBytes(path);
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != reading.Hash) return [];

        var text = new RawText(bytes);
        var wanted = local.Select(file => MendCapitals(file, text)).OfType<Wanted>().ToList();
        if (former.Count > 0)
        {
            var isAdded = AliasLine.Add(former, fields, reading, text);
            wanted.AddRange(former.Select(address => new Wanted($"The old address {address} now leads here.", $"The old address {address} should lead here; add it to  aliases:  by hand.", isAdded)));
        }

        if (!wanted.Exists(one => one.IsDone)) return Told(isWritten: false);

        var mended = text.ToBytes();
        if (SeminarReader.Read(reading.Path, mended).Seminar is not { } again || !IsSame(seminar, again)) return Told(isWritten: false);
        WholeFile.Replace(path, mended);
        return Told(isWritten: true);

        IReadOnlyList<Mended> Told(bool isWritten) => [.. wanted.Select(one => new Mended($"content/{reading.Path}", isWritten && one.IsDone ? one.Done : one.Otherwise, isWritten && one.IsDone))];
    }

    private static bool Leads(SeminarFile seminar, string address)
    {
        var key = AliasKey.From(address);
        return key == $"/seminars/{seminar.Slug}" || seminar.Aliases.Any(alias => AliasKey.From(alias) == key);
    }

    private Wanted? MendCapitals(LocalFile file, RawText text)
    {
        if (files.Find(file.Url) is not { } there || FileNames.IsSame(there, FileSizes.PathOf(file.Url))) return null;
        var right = Recased(file.Written, there);
        return new Wanted($"The path {PlainText.Quote(file.Written)} is now {PlainText.Quote(right ?? "")}.", $"The path {PlainText.Quote(file.Written)} should be {PlainText.Quote(right ?? there)}; correct it by hand.",
            right is not null && text.Replace(file.Place, file.Written, right));
    }

    // Each part as the disk has it; what stands before and after the path stays as it was written.
    private static string? Recased(string written, string there)
    {
        var cut = written.AsSpan().IndexOfAny('?', '#');
        var (parts, names) = ((cut < 0 ? written : written[..cut]).Replace('\\', '/').Split('/'), PlainText.Normal(there).Split('/'));
        if (parts.Length < names.Length) return null;
        for (var i = 1; i <= names.Length; i++)
        {
            var part = PlainText.Normal(Uri.UnescapeDataString(parts[^i]));
            if (part == names[^i]) continue;
            if (!part.Equals(names[^i], StringComparison.OrdinalIgnoreCase)) return null;
            parts[^i] = parts[^i].Contains('%', StringComparison.Ordinal) ? Uri.EscapeDataString(names[^i]) : names[^i];
        }

        return string.Join('/', parts) + (cut < 0 ? "" : written[cut..]);
    }

    private static bool IsSame(SeminarFile before, SeminarFile after) =>
        Rest(before) == Rest(after)
        && Addresses(before).SequenceEqual(Addresses(after))
        && !before.Aliases.Except(after.Aliases, StringComparer.Ordinal).Any();

    // Two paths to one file become one.
    private static IEnumerable<(string Type, string? Label, string Url)> Addresses(SeminarFile seminar) =>
        seminar.Resources.Select(resource => (resource.Type, resource.Label, resource.Url.ToUpperInvariant())).Distinct();

    private static string Rest(SeminarFile seminar) => JsonSerializer.Serialize(seminar with { Resources = [], Aliases = [] });

    /// <param name="Done">What is said when it is done.</param>
    /// <param name="Otherwise">What is said when it could not be.</param>
    private sealed record Wanted(string Done, string Otherwise, bool IsDone);
}
