using System.Security.Cryptography;
using System.Text.Json;

namespace SeminarArchive.Content;

/// <summary>Something that was mended in a file.</summary>
/// <param name="File">Path from the content folder's parent on: <c>content/seminars/knots.md</c>.</param>
/// <param name="What">One sentence.</param>
public sealed record Mended(string File, string What);

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
    /// or when the mended text would not read back as the same seminar.
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
        var done = new List<string>();
        foreach (var file in local) MendCapitals(file, text, done);
        if (former.Count > 0 && AliasLine.Add(former, fields, reading, text)) done.AddRange(former.Select(address => $"The old address {address} now leads here."));
        if (done.Count == 0) return [];

        var mended = text.ToBytes();
        if (SeminarReader.Read(reading.Path, mended).Seminar is not { } again || !IsSame(seminar, again)) return [];
        WholeFile.Replace(path, mended);
        return [.. done.Select(what => new Mended($"content/{reading.Path}", what))];
    }

    private static bool Leads(SeminarFile seminar, string address)
    {
        var key = AliasKey.From(address);
        return key == $"/seminars/{seminar.Slug}" || seminar.Aliases.Any(alias => AliasKey.From(alias) == key);
    }

    private void MendCapitals(LocalFile file, RawText text, List<string> done)
    {
        if (files.Find(file.Url) is not { } there || FileNames.IsSame(there, FileSizes.PathOf(file.Url)) || Recased(file.Written, there) is not { } right) return;
        if (text.Replace(file.Place, file.Written, right)) done.Add($"The path {PlainText.Quote(file.Written)} is now {PlainText.Quote(right)}.");
    }

    // Each part as the disk has it; what stands before and after the path stays as it was written.
    private static string? Recased(string written, string there)
    {
        var cut = written.AsSpan().IndexOfAny('?', '#');
        var (parts, names) = ((cut < 0 ? written : written[..cut]).Split('/'), PlainText.Normal(there).Split('/'));
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
        && before.Resources.Select(resource => resource.Url).SequenceEqual(after.Resources.Select(resource => resource.Url), StringComparer.OrdinalIgnoreCase)
        && !before.Aliases.Except(after.Aliases, StringComparer.Ordinal).Any();

    private static string Rest(SeminarFile seminar) => JsonSerializer.Serialize(seminar with { Resources = [], Aliases = [] });
}
