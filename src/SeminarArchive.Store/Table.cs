namespace SeminarArchive.Store;

/// <summary>How a kind of row is written: the name of each column beside the value that goes into it. None may be missing.</summary>
internal sealed class Table<T>(string name, params IReadOnlyList<(string Name, Action<Insertion, T> Bind)> columns)
{
    public string Name { get; } = name;

    public IReadOnlyList<(string Name, Action<Insertion, T> Bind)> Columns { get; } = columns;
}

/// <summary>The tables that a seeding writes rows of.</summary>
internal static class Tables
{
    public static readonly Table<Seminar> Seminars = new(
        "Seminars",
        ("Id", (to, s) => to.Add(s.Id)), ("Path", (to, s) => to.Add(s.Path)), ("Slug", (to, s) => to.Add(s.Slug)), ("ExternalId", (to, s) => to.Add(s.ExternalId)),
        ("Key", (to, s) => to.Add(s.Key)), ("Doi", (to, s) => to.Add(s.Doi)), ("PostAddress", (to, s) => to.Add(s.PostAddress)), ("PublishedKey", (to, s) => to.Add(s.PublishedKey)), ("Hash", (to, s) => to.Add(s.Hash)), ("Title", (to, s) => to.Add(s.Title)), ("OriginalTitle", (to, s) => to.Add(s.OriginalTitle)),
        ("DateKey", (to, s) => to.Add(s.DateKey)), ("EndDateKey", (to, s) => to.Add(s.EndDateKey)), ("SortKey", (to, s) => to.Add(s.SortKey)), ("Year", (to, s) => to.Add(s.Year)),
        ("Month", (to, s) => to.Add(s.Month)), ("Time", (to, s) => to.Add(s.Time)), ("EndTime", (to, s) => to.Add(s.EndTime)), ("TimeZone", (to, s) => to.Add(s.TimeZone)),
        ("EndsAt", (to, s) => to.Add(s.EndsAt)), ("BeginsAt", (to, s) => to.Add(s.BeginsAt)), ("Location", (to, s) => to.Add(s.Location)), ("Language", (to, s) => to.Add(s.Language)), ("Posted", (to, s) => to.Add(s.Posted)),
        ("Updated", (to, s) => to.Add(s.Updated)), ("ChangedAt", (to, s) => to.Add(s.ChangedAt)), ("WasPublic", (to, s) => to.Add(s.WasPublic)), ("Status", (to, s) => to.Add((int)s.Status)), ("EventStatus", (to, s) => to.Add((int)s.EventStatus)),
        ("DueAt", (to, s) => to.Add(s.DueAt)), ("Reason", (to, s) => to.Add(s.Reason)), ("Summary", (to, s) => to.Add(s.Summary)), ("HasSlides", (to, s) => to.Add(s.HasSlides)),
        ("HasRecording", (to, s) => to.Add(s.HasRecording)));

    public static readonly Table<SeminarText> Texts = new(
        "SeminarText",
        ("SeminarId", (to, t) => to.Add(t.SeminarId)), ("AbstractHtml", (to, t) => to.Add(t.AbstractHtml)), ("Title", (to, t) => to.Add(t.Title)), ("Speakers", (to, t) => to.Add(t.Speakers)),
        ("Affiliations", (to, t) => to.Add(t.Affiliations)), ("Categories", (to, t) => to.Add(t.Categories)), ("Tags", (to, t) => to.Add(t.Tags)), ("Abstract", (to, t) => to.Add(t.Abstract)),
        ("Also", (to, t) => to.Add(t.Also)));

    public static readonly Table<SeminarSignature> Signatures = new("SeminarSignature", ("SeminarId", (to, s) => to.Add(s.SeminarId)), ("Marks", (to, s) => to.Add(s.Marks)));

    public static readonly Table<SeminarSpeaker> Speakers = new(
        "SeminarSpeaker",
        ("SeminarId", (to, s) => to.Add(s.SeminarId)), ("Position", (to, s) => to.Add(s.Position)), ("PersonId", (to, s) => to.Add(s.PersonId)), ("Name", (to, s) => to.Add(s.Name)),
        ("NameSlug", (to, s) => to.Add(s.NameSlug)), ("PersonSlug", (to, s) => to.Add(s.PersonSlug)), ("Affiliation", (to, s) => to.Add(s.Affiliation)),
        ("AffiliationId", (to, s) => to.Add(s.AffiliationId)), ("AffiliationSlug", (to, s) => to.Add(s.AffiliationSlug)), ("Url", (to, s) => to.Add(s.Url)), ("Orcid", (to, s) => to.Add(s.Orcid)));

    public static readonly Table<SeminarAuthor> SeminarAuthors = new(
        "SeminarAuthor", ("SeminarId", (to, l) => to.Add(l.SeminarId)), ("AuthorId", (to, l) => to.Add(l.AuthorId)), ("Name", (to, l) => to.Add(l.Name)));

    public static readonly Table<SeminarCategory> SeminarCategories = new(
        "SeminarCategory", ("SeminarId", (to, l) => to.Add(l.SeminarId)), ("Position", (to, l) => to.Add(l.Position)), ("CategoryId", (to, l) => to.Add(l.CategoryId)), ("Name", (to, l) => to.Add(l.Name)));

    public static readonly Table<SeminarTag> SeminarTags = new(
        "SeminarTag", ("SeminarId", (to, l) => to.Add(l.SeminarId)), ("TagId", (to, l) => to.Add(l.TagId)), ("Name", (to, l) => to.Add(l.Name)));

    public static readonly Table<SeminarResource> Resources = new(
        "SeminarResource",
        ("SeminarId", (to, r) => to.Add(r.SeminarId)), ("Position", (to, r) => to.Add(r.Position)), ("Type", (to, r) => to.Add(r.Type)), ("Label", (to, r) => to.Add(r.Label)),
        ("Url", (to, r) => to.Add(r.Url)), ("Size", (to, r) => to.Add(r.Size)));

    public static readonly Table<Alias> Aliases = new("Aliases", ("Address", (to, a) => to.Add(a.Address)), ("SeminarId", (to, a) => to.Add(a.SeminarId)));

    public static readonly Table<PersonAlias> PersonAliases = new("PersonAliases", ("Address", (to, a) => to.Add(a.Address)), ("PersonId", (to, a) => to.Add(a.PersonId)));

    public static readonly Table<FormerSlug> FormerSlugs = new("FormerSlugs", ("Slug", (to, f) => to.Add(f.Slug)), ("SeminarId", (to, f) => to.Add(f.SeminarId)));

    public static readonly Table<Word> Words = new("Words", ("Text", (to, w) => to.Add(w.Text)), ("Count", (to, w) => to.Add(w.Count)));

    public static readonly Table<SourceFile> SourceFiles = new(
        "SourceFiles",
        ("Path", (to, f) => to.Add(f.Path)), ("Hash", (to, f) => to.Add(f.Hash)), ("Length", (to, f) => to.Add(f.Length)), ("Modified", (to, f) => to.Add(f.Modified)),
        ("Slug", (to, f) => to.Add(f.Slug)), ("SlugTaken", (to, f) => to.Add(f.SlugTaken)), ("Problems", (to, f) => to.Add(f.Problems)));

    public static readonly Table<MediaFile> MediaFiles = new(
        "MediaFiles",
        ("Path", (to, f) => to.Add(f.Path)), ("Length", (to, f) => to.Add(f.Length)), ("Modified", (to, f) => to.Add(f.Modified)), ("Sample", (to, f) => to.Add(f.Sample)),
        ("ChangedAt", (to, f) => to.Add(f.ChangedAt)));

    public static readonly Table<ContentPage> ContentPages = new(
        "ContentPages",
        ("Path", (to, p) => to.Add(p.Path)), ("Slug", (to, p) => to.Add(p.Slug)), ("Title", (to, p) => to.Add(p.Title)), ("Html", (to, p) => to.Add(p.Html)), ("Text", (to, p) => to.Add(p.Text)));

    public static readonly Table<PeopleFile> PeopleFiles = new(
        "PeopleFiles",
        ("Path", (to, f) => to.Add(f.Path)), ("Slug", (to, f) => to.Add(f.Slug)), ("Name", (to, f) => to.Add(f.Name)), ("Aliases", (to, f) => to.Add(f.Aliases)),
        ("OldAddresses", (to, f) => to.Add(f.OldAddresses)), ("Orcid", (to, f) => to.Add(f.Orcid)), ("Website", (to, f) => to.Add(f.Website)), ("Ignore", (to, f) => to.Add(f.Ignore)),
        ("BiographyHtml", (to, f) => to.Add(f.BiographyHtml)), ("BiographyText", (to, f) => to.Add(f.BiographyText)));

    public static readonly Table<Person> People = new(
        "People",
        ("Id", (to, p) => to.Add(p.Id)), ("Slug", (to, p) => to.Add(p.Slug)), ("Name", (to, p) => to.Add(p.Name)), ("SortKey", (to, p) => to.Add(p.SortKey)), ("Count", (to, p) => to.Add(p.Count)),
        ("Orcid", (to, p) => to.Add(p.Orcid)), ("Website", (to, p) => to.Add(p.Website)), ("File", (to, p) => to.Add(p.File)), ("BiographyHtml", (to, p) => to.Add(p.BiographyHtml)),
        ("Variants", (to, p) => to.Add(p.Variants)));

    public static readonly Table<Category> Categories = new(
        "Categories",
        ("Id", (to, c) => to.Add(c.Id)), ("Slug", (to, c) => to.Add(c.Slug)), ("Name", (to, c) => to.Add(c.Name)), ("SortKey", (to, c) => to.Add(c.SortKey)), ("Count", (to, c) => to.Add(c.Count)),
        ("DescriptionHtml", (to, c) => to.Add(c.DescriptionHtml)), ("DescriptionText", (to, c) => to.Add(c.DescriptionText)));

    public static readonly Table<Author> Authors = Plain<Author>("Authors");

    public static readonly Table<Tag> Tags = Plain<Tag>("Tags");

    public static readonly Table<Affiliation> Affiliations = Plain<Affiliation>("Affiliations");

    private static readonly Dictionary<Type, object> ByRow = new()
    {
        [typeof(Seminar)] = Seminars, [typeof(SeminarText)] = Texts, [typeof(SeminarSignature)] = Signatures, [typeof(SeminarSpeaker)] = Speakers, [typeof(SeminarAuthor)] = SeminarAuthors,
        [typeof(SeminarCategory)] = SeminarCategories, [typeof(SeminarTag)] = SeminarTags, [typeof(SeminarResource)] = Resources, [typeof(Alias)] = Aliases, [typeof(PersonAlias)] = PersonAliases,
        [typeof(FormerSlug)] = FormerSlugs, [typeof(Word)] = Words, [typeof(SourceFile)] = SourceFiles, [typeof(MediaFile)] = MediaFiles, [typeof(ContentPage)] = ContentPages, [typeof(PeopleFile)] = PeopleFiles,
        [typeof(Person)] = People, [typeof(Category)] = Categories, [typeof(Author)] = Authors, [typeof(Tag)] = Tags, [typeof(Affiliation)] = Affiliations,
    };

    public static Table<T> Of<T>() => (Table<T>)ByRow[typeof(T)];

    private static Table<T> Plain<T>(string name)
        where T : Heading => new(
            name, ("Id", (to, h) => to.Add(h.Id)), ("Slug", (to, h) => to.Add(h.Slug)), ("Name", (to, h) => to.Add(h.Name)), ("SortKey", (to, h) => to.Add(h.SortKey)), ("Count", (to, h) => to.Add(h.Count)));
}
