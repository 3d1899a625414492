using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Content;
using SeminarArchive.Store;
using SeminarArchive.Web;

namespace SeminarArchive.Tests.Pages;

/// <summary>A published seminar as somebody may look for it: what it was called, who spoke, where they were from, when.</summary>
internal sealed record KnownItem(string Key, string Source, string Title, int Year, IReadOnlyList<KnownSpeaker> Speakers)
{
    public string Address => Addresses.Seminar(Key);

    public string Script { get; } = Words.ScriptOf(Title);

    public IReadOnlyList<string> TitleWords { get; } = Words.Of(Title);

    public HashSet<string> Folded { get; } = Words.Folded(Title);

    /// <summary>The whole title without spaces and marks, in which words of scripts without spaces are looked for.</summary>
    public string Run { get; } = string.Concat(Words.Of(Title).Select(Slug.From));

    public HashSet<string> SpeakerWords { get; } = [.. Speakers.SelectMany(s => s.Names)];

    /// <summary>Seminars with one title and the same speakers are one item: nobody can ask for the one and not for the other.</summary>
    public string Identity { get; } = $"{string.Join(' ', Words.Of(Title).Select(Slug.From))} / {string.Join(' ', Speakers.Select(s => Slug.From(s.Name)).Order(StringComparer.Ordinal))}";

    /// <summary>Everything published, by address.</summary>
    public static async Task<IReadOnlyList<KnownItem>> AllAsync(Site site)
    {
        await using var archive = site.Service<ArchiveFile>().OpenRead();
        var seminars = await archive.Seminars.Include(s => s.Speakers).ThenInclude(p => p.Person).OrderBy(s => s.Slug).ToListAsync();
        return [.. seminars.Select(s => new KnownItem(s.Slug, s.Path.Split('/')[1], s.Title.Normalize(), s.Year,
            [.. s.Speakers.OrderBy(p => p.Position).Select(p => new KnownSpeaker(p.Name, PersonName.Parse(p.Person.Name), p.Affiliation))]))];
    }

    /// <summary>Always the same number for the same seminar and purpose; what is chosen by it is chosen by nobody.</summary>
    public ulong Chance(string purpose) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}/{Key}")));
}

/// <param name="Name">As printed that day.</param>
/// <param name="Person">Without titles; several spellings may be gathered under it.</param>
internal sealed record KnownSpeaker(string Name, PersonName Person, string? Affiliation)
{
    public HashSet<string> Names { get; } = Words.Folded($"{Name} {Person.Full}");

    public HashSet<string> Places { get; } = Words.Folded(Affiliation ?? "");
}

/// <summary>What somebody remembers of a seminar.</summary>
internal sealed record Memory(IReadOnlyList<string> TitleWords, string Surname = "", string Affiliation = "", int? Year = null)
{
    private readonly (string Word, bool Anywhere)[] _title = [.. TitleWords.Select(word => (Slug.From(word), Words.AreUnspaced(word)))];
    private readonly HashSet<string> _surname = Words.Folded(Surname);
    private readonly HashSet<string> _affiliation = Words.Folded(Affiliation);

    /// <summary>Whether everything remembered is true of the seminar, case and marks aside: its title has the words, one of its speakers the name, one the affiliation.</summary>
    public bool Fits(KnownItem item) =>
        (Year is null || Year == item.Year)
        && Array.TrueForAll(_title, w => item.Folded.Contains(w.Word) || (w.Anywhere && item.Run.Contains(w.Word, StringComparison.Ordinal)))
        && (_surname.Count == 0 || item.Speakers.Any(s => _surname.IsSubsetOf(s.Names)))
        && (_affiliation.Count == 0 || item.Speakers.Any(s => _affiliation.IsSubsetOf(s.Places)));
}

/// <summary>Words as a visitor sees them.</summary>
internal static partial class Words
{
    /// <summary>In the order of the text. Where a script has no spaces, a word is a run of one kind of letters: <c>Pythonによるデータ分析</c> has four.</summary>
    public static IReadOnlyList<string> Of(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    /// <summary>The same without case and marks.</summary>
    public static HashSet<string> Folded(string text) => [.. Of(text).Select(Slug.From)];

    /// <summary>Long enough to tell something: four letters, of syllables three, of Han two. Hiragana by itself is grammar.</summary>
    public static bool Tells(string word) => word.Length >= ScriptOf(word) switch { "Han" => 2, "Katakana" or "Hangul" => 3, "Hiragana" => int.MaxValue, _ => 4 };

    public static bool AreUnspaced(string word) => ScriptOf(word) is "Han" or "Katakana" or "Hiragana";

    /// <summary>Of a text in several scripts, the one that is mixed with others most: Japanese has its own and Han.</summary>
    public static string ScriptOf(string text) =>
        Hiragana().IsMatch(text) ? "Hiragana" : Katakana().IsMatch(text) ? "Katakana" : Hangul().IsMatch(text) ? "Hangul" : Han().IsMatch(text) ? "Han"
        : Cyrillic().IsMatch(text) ? "Cyrillic" : Hebrew().IsMatch(text) ? "Hebrew" : "Latin";

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}々]+|[\p{IsKatakana}-[・]]+|\p{IsHiragana}+|\p{IsHangulSyllables}+|[\p{L}\p{M}\p{Nd}'’-[\p{IsCJKUnifiedIdeographs}々\p{IsKatakana}\p{IsHiragana}\p{IsHangulSyllables}]]*[\p{L}\p{Nd}-[\p{IsCJKUnifiedIdeographs}々\p{IsKatakana}\p{IsHiragana}\p{IsHangulSyllables}]]")]
    private static partial Regex Word();

    [GeneratedRegex(@"\p{IsHiragana}")]
    private static partial Regex Hiragana();

    [GeneratedRegex(@"[\p{IsKatakana}-[・]]")]
    private static partial Regex Katakana();

    [GeneratedRegex(@"\p{IsHangulSyllables}")]
    private static partial Regex Hangul();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();

    [GeneratedRegex(@"\p{IsHebrew}")]
    private static partial Regex Hebrew();
}
