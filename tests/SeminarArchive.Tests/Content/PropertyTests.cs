using System.Text;
using CsCheck;
using SeminarArchive.Content;

namespace SeminarArchive.Tests.Content;

public sealed class PropertyTests
{
    private const string Good = """
        ---
        title: "Knots: a history"
        date: 2019-03-14 14:00 +01:00
        end: 15:30
        speakers:
          - name: Ada Lovelace
            affiliation: Analytical Society
          - Mary Somerville
        tags: [knots, ropes]
        slides: slides/knots.pdf
        resources:
          - {type: paper, label: Preprint, url: https://example.org/p}
        status: published
        ---

        ## Abstract

        What *sailors* knew about $x^2$, and [more](https://example.org).[^1]

        | a | b |
        |---|--:|
        | 1 | 2 |

        <div class="math">x</div>

        [^1]: A note.
        """;

    private static readonly byte[] GoodBytes = Encoding.UTF8.GetBytes(Good);

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        Pick("Łódź", "ﬁne", "İstanbul", "ǅ", "大谷", "e\u0301", "-", " ", "_", "King's", "ß", "ﷺ", "𝒜", "ä", "1", "\u00AD", "หนังสือ", "½").List[0, 12].Select(parts => string.Concat(parts)));

    [Fact]
    public void A_slug_is_its_own_slug_and_short_and_clean() =>
        AnyText.Select(Valid).Sample(text =>
        {
            var slug = Slug.From(text);
            return Slug.From(slug) == slug && slug.Length <= Slug.MaxLength && !slug.StartsWith('-') && !slug.EndsWith('-') && !slug.Contains("--", StringComparison.Ordinal)
                && slug.EnumerateRunes().All(rune => rune.Value == '-' || Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune).ToString().EndsWith("Mark", StringComparison.Ordinal))
                && !slug.Any(char.IsAsciiLetterUpper);
        }, iter: 20_000);

    [Fact]
    public void A_date_comes_back_from_its_text_and_its_key() =>
        Dates.Sample(date => PartialDate.TryParse(date.ToString(), out var again) && again == date && PartialDate.FromKey(date.Key) == date);

    [Fact]
    public void Dates_sort_as_their_texts_do() =>
        Gen.Select(Dates, Dates).Sample((a, b) => Math.Sign(a.CompareTo(b)) == Math.Sign(string.CompareOrdinal(a.ToString(), b.ToString())));

    [Fact]
    public void A_date_stands_for_days_of_its_own() =>
        Dates.Sample(date => date.First <= date.Last && date.First.Year == date.Year && date.Last.Year == date.Year);

    [Fact]
    public void Any_bytes_are_read_or_explained() =>
        Gen.Byte.Array[0, 400].Sample(Explained);

    [Fact]
    public void Any_front_matter_is_read_or_explained() =>
        Pick("---\n", "title", "date", ":", ": ", " ", "\n", "- ", "[", "]", "{", "}", "\"", "'", "#", "|", ">", "&a", "*a", "!", "%", "@", "2019", "\t", "x", "é", "?", ",", "  ", "<<: ")
            .List[0, 40].Sample(parts => Explained(Encoding.UTF8.GetBytes("---\n" + string.Concat(parts) + "\n---\nBody")), iter: 5000);

    [Fact]
    public void A_mutated_file_is_read_or_explained() =>
        Gen.Select(Gen.Int[0, GoodBytes.Length - 1], Gen.Int[0, 6], Gen.OneOf(Gen.Byte.Array[0, 4], Pick(":", "---\n", "\"", "\t", "[", "> ", "<script>", "\n", "- ", "\0", "\uFEFF", "![", "$$", "\u2028", "\u0085", "\r").Select(Encoding.UTF8.GetBytes)))
            .List[1, 4]
            .Sample(mutations => Explained(mutations.Aggregate(GoodBytes, (bytes, mutation) =>
            {
                var (at, cut, put) = (Math.Min(mutation.Item1, bytes.Length), mutation.Item2, mutation.Item3);
                return [.. bytes[..at], .. put, .. bytes[Math.Min(bytes.Length, at + cut)..]];
            })), iter: 3000);

    private static Gen<PartialDate> Dates { get; } =
        Gen.Select(Gen.Int[1, 9999], Gen.Int[0, 12], Gen.Int[0, 31]).Select((year, month, day) =>
            new PartialDate(year, month == 0 ? null : month, month == 0 || day == 0 ? null : Math.Min(day, DateTime.DaysInMonth(year, month))));

    private static Gen<string> Pick(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    // Published, or at least one error; and every place is one of the file.
    private static bool Explained(byte[] bytes)
    {
        var reading = SeminarReader.Read("seminars/x.md", bytes);
        var lines = Encoding.UTF8.GetString(bytes).Count(c => c is '\n' or '\r') + 1;
        return (reading.Seminar is null) == reading.Problems.Any(problem => problem.Severity == Severity.Error)
            && reading.Problems.All(problem => problem.Line >= 1 && problem.Line <= lines && problem.Column >= 1 && problem.Fix.Length > 0 && problem.ToString().Length > 0)
            && reading.Problems.SequenceEqual(reading.Problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column));
    }
}
