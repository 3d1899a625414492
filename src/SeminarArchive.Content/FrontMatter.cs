using System.Collections.Frozen;

namespace SeminarArchive.Content;

/// <summary>The fields of a seminar: the one table from which files are read and the manual is checked.</summary>
public static class FrontMatter
{
    /// <summary>In the order in which the manual lists them.</summary>
    public static IReadOnlyList<Field> Fields { get; } =
    [
        new("title", [], FieldKind.Text, "What the seminar was called. Required.", "title: \"Knots: a short history\""),
        new("original_title", [], FieldKind.Text, "The title word for word as first announced, when it was edited since.", "original_title: Knots!"),
        new("date", [], FieldKind.Date, "When it was held: a day, a month or a year. Required, unless the file name begins with it.", "date: 2019-03-14"),
        new("time", ["from"], FieldKind.Time, "When it began, or from when to when.", "time: 14:00"),
        new("end", ["to", "end_date"], FieldKind.Date, "When it ended: a time, a day, or both.", "end: 15:30"),
        new("timezone", ["tz"], FieldKind.TimeZone, "The zone of its times, when it is not the site's own.", "timezone: Europe/Paris"),
        new("speakers", ["speaker", "presenter", "presenters"], FieldKind.People, "Who spoke: names, or maps with name, affiliation, url and orcid.", "speaker: Michael West"),
        new("affiliation", ["affiliations", "institution", "institutions", "institute"], FieldKind.Texts, "Where the speaker worked on the day; one for all, or one for each in order.", "affiliation: King's College London"),
        new("orcid", [], FieldKind.Text, "The ORCID iD of the one speaker.", "orcid: 0000-0002-1825-0097"),
        new("author", ["authors"], FieldKind.People, "Who posted it. Never taken to be the speaker.", "author: Lucy Chapman"),
        new("categories", ["category"], FieldKind.Texts, "The series or subject it belongs to.", "category: Philosophy of Medicine"),
        new("tags", ["tag", "keywords", "keyword"], FieldKind.Texts, "Finer subjects: a list, or words parted by commas, else by spaces.", "tags: [topology, history]"),
        new("slides", ["slides_url"], FieldKind.Links, "The slides: a file under content/, or an address.", "slides: slides/knots.pdf"),
        new("recording", ["recordings", "video", "videos", "video_url", "youtube"], FieldKind.Links, "The recording: an address, or a YouTube id.", "recording: https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
        new("resources", ["resource"], FieldKind.Links, "Anything else to take away: maps with type, label and url.", "resources: [{type: paper, label: Preprint, url: https://example.org/knots}]"),
        new("url", ["website", "link"], FieldKind.Links, "A page elsewhere about the seminar.", "url: https://example.org/events/knots"),
        new("doi", [], FieldKind.Text, "The DOI that the seminar, or its slides, are registered under.", "doi: 10.5281/zenodo.1234567"),
        new("location", ["room", "where", "venue", "place"], FieldKind.Text, "Where it was held.", "location: Room 2.14"),
        new("language", ["lang"], FieldKind.Language, "The language of the talk, as a code.", "language: en"),
        new("abstract", [], FieldKind.Markdown, "The abstract, when it does not stand below the front matter.", "abstract: What sailors knew."),
        new("posted", ["posted_on", "publish_date", "publish_on", "published_on", "published_at", "release_date", "embargo"], FieldKind.Date, "The day it was put into the archive; until a day that lies ahead, it is kept off the site.", "posted: 2019-04-01"),
        new("updated", ["last_updated", "last_modified_at", "modified"], FieldKind.Date, "The day the record last changed.", "updated: 2021-06-30"),
        new("slug", [], FieldKind.Slug, "The last part of its address, when it is not the file's name.", "slug: knots"),
        new("permalink", [], FieldKind.Slug, "The address it had elsewhere; its last part is the slug when there is no slug.", "permalink: /seminars/knots/"),
        new("aliases", ["alias", "redirect_from"], FieldKind.Paths, "Old addresses that should lead here.", "aliases: [/2019/03/knots/, \"/?p=1234\"]"),
        new("status", [], FieldKind.Status, "published, draft (kept off the site), cancelled or postponed (it stays, and says so) or withdrawn (its page says so).", "status: draft"),
        new("reason", [], FieldKind.Text, "Why it was withdrawn, cancelled or postponed.", "reason: At the speaker's request"),
        new("published", [], FieldKind.YesNo, "false makes it a draft; a day is one of posted.", "published: false"),
        new("draft", [], FieldKind.YesNo, "true makes it a draft.", "draft: true"),
        new("id", [], FieldKind.Text, "Your own identifier; give it to no other seminar.", "id: S-2019-07"),
        new("ignore", [], FieldKind.RuleNames, "Warnings and notices that do not apply to this file.", "ignore: [slides-missing]"),
    ];

    // Names other sites use in more than one meaning: suggested, never assumed.
    private static readonly FrozenDictionary<string, string> Lookalikes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["topic"] = "title", ["headline"] = "title", ["subject"] = "title", ["name"] = "speaker", ["nameen"] = "speaker", ["speakerstext"] = "speaker",
        ["speakername"] = "speaker", ["lecturer"] = "speaker", ["affil"] = "affiliation", ["company"] = "affiliation", ["university"] = "affiliation",
        ["start"] = "date", ["starttime"] = "date", ["datetime"] = "date", ["datestart"] = "date", ["day"] = "date", ["when"] = "date",
        ["endtime"] = "end", ["timeend"] = "end", ["dateend"] = "end", ["description"] = "abstract", ["summary"] = "abstract",
        ["speakerdeck"] = "slides", ["urlslides"] = "slides", ["slideslink"] = "slides", ["slideurl"] = "slides", ["slidelink"] = "slides",
        ["urlvideo"] = "recording", ["videolink"] = "recording", ["youtubeid"] = "recording", ["youtubeurl"] = "recording", ["youtubelink"] = "recording", ["recordingurl"] = "recording", ["recordinglink"] = "recording",
        ["cospeaker"] = "speakers", ["cospeakers"] = "speakers", ["speakeraffiliation"] = "affiliation", ["speakersaffiliation"] = "affiliation", ["zoom"] = "location", ["zoomlink"] = "location", ["meetinglink"] = "location",
        ["urlpdf"] = "resources", ["urlcode"] = "resources",
        ["youtubekey"] = "recording", ["vimeo"] = "recording", ["organizer"] = "author", ["organiser"] = "author",
        ["postedby"] = "author", ["topics"] = "tags", ["loc"] = "location", ["series"] = "category", ["track"] = "category", ["hidden"] = "draft",
        ["oldurl"] = "aliases", ["downloads"] = "resources", ["eventstatus"] = "status", ["state"] = "status", ["cancelled"] = "status", ["canceled"] = "status", ["postponed"] = "status",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static FieldTable Table { get; } = new(Fields, Lookalikes);
}
