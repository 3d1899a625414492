using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using SeminarArchive.Content;
using SeminarArchive.Store.Search;

namespace SeminarArchive.Store;

/// <summary>
/// The rows of a seminar as far as its own file says what is in them: without ids, and without what depends on other seminars. Made on all cores, while one writes.
/// </summary>
internal sealed class SeminarDraft
{
    public required Seminar Row { get; init; }

    /// <summary>With its speakers as they are printed.</summary>
    public required SeminarText Text { get; init; }

    public required byte[] Marks { get; init; }

    /// <summary>See <see cref="IndexWriter.WordsOf"/>; empty for one that is not published.</summary>
    public required IReadOnlyCollection<string> Words { get; init; }

    public required IReadOnlyList<SeminarSpeaker> Speakers { get; init; }

    public required IReadOnlyList<NamedHeading> Authors { get; init; }

    public required IReadOnlyList<NamedHeading> Categories { get; init; }

    public required IReadOnlyList<NamedHeading> Tags { get; init; }

    public required IReadOnlyList<SeminarResource> Resources { get; init; }

    /// <summary>In the form in which <see cref="AliasKey"/> compares addresses.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The key that the seminar asks for when it has none yet: the editors' identifier if they gave one, else what it was called at first.</summary>
    public required string FirstKey { get; init; }
}

/// <summary>A heading by its slug, as one seminar prints it.</summary>
internal readonly record struct NamedHeading(string Slug, string Name);

/// <summary>Makes the drafts of one seeding; may be used by several threads at a time.</summary>
internal sealed partial class Drafting(FileSizes sizes, TimeZoneInfo zone, DateTimeOffset now)
{
    private const string Page = "/seminars/";

    // As many as there are threads.
    private readonly ConcurrentBag<Lexicon> _lexicons = [];

    /// <param name="hash">Of the file's bytes.</param>
    public SeminarDraft Of(SeminarFile seminar, string hash)
    {
        var due = seminar.Status == SeminarStatus.Published && seminar.Posted is { } posted && SeminarZone.At(posted, TimeOnly.MinValue, zone) is var day && day > now
            ? day.ToUnixTimeSeconds()
            : (long?)null;
        var status = due is null ? seminar.Status : SeminarStatus.Draft;
        var time = seminar.Time is { } t ? (t.Hour * 100) + t.Minute : 0;
        var people = seminar.Speakers.Select(s => PersonName.Parse(s.Name)).ToList();
        var lexicon = _lexicons.TryTake(out var free) ? free : new Lexicon();
        var text = new SeminarText
        {
            AbstractHtml = seminar.AbstractHtml,
            Title = seminar.Title,
            Affiliations = string.Join(", ", seminar.Speakers.Select(s => s.Affiliation).OfType<string>().Distinct(StringComparer.Ordinal)),
            Categories = string.Join(", ", seminar.Categories),
            Tags = string.Join(", ", seminar.Tags),
            Abstract = seminar.AbstractText,
        };
        text.Also = IndexWriter.AlsoOf(seminar, text);
        text.Speakers = SpeakerWords.Of(people.Select(p => (p.Full, (IReadOnlyList<string>)[])));
        SeminarResource[] resources = [.. seminar.Resources.Select((r, i) => new SeminarResource { Position = i, Type = r.Type, Label = r.Label, Url = r.Url, Size = sizes.Of(r.Url) })];
        var draft = new SeminarDraft
        {
            Row = new Seminar
            {
                Path = seminar.Path,
                Slug = seminar.Slug,
                ExternalId = seminar.Id,
                Doi = seminar.Doi,
                Hash = hash,
                Title = seminar.Title,
                OriginalTitle = seminar.OriginalTitle,
                DateKey = seminar.Date.Key,
                EndDateKey = seminar.EndDate?.Key,
                PostAddress = seminar.Aliases.FirstOrDefault(PostAddress().IsMatch),
                SortKey = (seminar.Date.Key * 10000L) + time,
                PublishedKey = (seminar.Posted is { } on ? new PartialDate(on.Year, on.Month, on.Day) : seminar.Date).Key,
                Year = seminar.Date.Year,
                Month = seminar.Date.Month ?? 0,
                Time = seminar.Time,
                EndTime = seminar.EndTime,
                TimeZone = seminar.TimeZone,
                EndsAt = SeminarZone.EndOf(seminar, zone).ToUnixTimeSeconds(),
                BeginsAt = SeminarZone.BeginningOf(seminar, zone).ToUnixTimeSeconds(),
                Location = seminar.Location,
                Language = seminar.Language,
                Posted = seminar.Posted,
                Updated = seminar.Updated,
                ChangedAt = Math.Max(0, AsOld(seminar).ToUnixTimeSeconds()),
                Status = status,
                EventStatus = seminar.EventStatus,
                DueAt = due,
                Reason = seminar.Reason,
                Summary = seminar.Summary,
                HasSlides = SeminarResource.Offers(resources, "slides"),
                HasRecording = SeminarResource.Offers(resources, "recording"),
            },
            Text = text,
            Marks = Signature.Of(text.Title, seminar.Tags, text.Abstract, lexicon).ToBytes(),
            Words = status == SeminarStatus.Published ? IndexWriter.WordsOf(text, lexicon) : [],
            Speakers = [.. seminar.Speakers.Select((s, i) => Speaker(s, people[i], i))],
            Authors = Named(seminar.Authors, Slug.From),
            Categories = Named(seminar.Categories, Slug.OfSubject),
            Tags = Named(seminar.Tags, Slug.OfSubject),
            Resources = resources,
            Aliases = [.. seminar.Aliases.Select(AliasKey.From).Distinct(StringComparer.Ordinal)],
            FirstKey = seminar.Id ?? FirstSlug(seminar),
        };
        _lexicons.Add(lexicon);
        return draft;
    }

    [GeneratedRegex(@"^(/[^?]*)?/\?([^#]*&)?p=\d+(&|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PostAddress();

    private static SeminarSpeaker Speaker(SpeakerEntry speaker, PersonName name, int position)
    {
        var slug = HeadingWriter.SlugOf(name.Full, name.Slug);
        return new SeminarSpeaker
        {
            Position = position,
            NameSlug = slug,
            PersonSlug = slug,
            Name = name.Full,
            Affiliation = speaker.Affiliation,
            AffiliationSlug = speaker.Affiliation is { } affiliation ? HeadingWriter.SlugOf(affiliation) : null,
            Url = speaker.Url,
            Orcid = speaker.Orcid,
        };
    }

    private static string FirstSlug(SeminarFile seminar)
    {
        var first = seminar.Aliases.FirstOrDefault(a => a.StartsWith(Page, StringComparison.Ordinal) && !a.Contains('?', StringComparison.Ordinal))?[Page.Length..].Trim('/');
        return first is { Length: > 0 } && !first.Contains('/', StringComparison.Ordinal) ? first : seminar.Slug;
    }

    private static NamedHeading[] Named(IReadOnlyList<string> names, Func<string, string> slugOf) =>
        [.. names.Select(n => new NamedHeading(slugOf(n), n)).Where(n => n.Slug.Length > 0).DistinctBy(n => n.Slug, StringComparer.Ordinal)];

    // What its own dates say of a seminar that was there before the database: where they all lie ahead, its day of an earlier year. Not the file's time,
    // since each copy of the folder has others, and sites with the same files are to agree.
    private DateTimeOffset AsOld(SeminarFile seminar)
    {
        var said = new[] { seminar.Updated, seminar.Posted }.OfType<DateOnly>().Select(Midnight).Where(m => m <= now).DefaultIfEmpty(DateTimeOffset.MaxValue).Max();
        if (said <= now) return said;

        var held = seminar.Date.First;
        var day = held.AddYears(-Math.Max(0, held.Year - now.Year));
        return Midnight(day) <= now ? Midnight(day) : Midnight(day.AddYears(-1));

        DateTimeOffset Midnight(DateOnly day) => SeminarZone.At(day, TimeOnly.MinValue, zone);
    }
}
