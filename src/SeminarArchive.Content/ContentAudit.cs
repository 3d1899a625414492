using System.Globalization;
using System.Text;

namespace SeminarArchive.Content;

/// <summary>
/// Looks beyond single files: at the calendar, at the files that seminars and pages point to, and at what seminars have in common.
/// Readings come in one by one, in the order of their paths, and are not kept.
/// </summary>
/// <param name="today">The day on which it is done.</param>
/// <param name="isPage">Whether a path, as <see cref="AliasKey"/> writes it, is an address that the site answers itself.</param>
/// <param name="shownAs">What the content folder is called in messages.</param>
public sealed class ContentAudit(ContentFolder content, DateOnly today, Func<string, bool> isPage, string shownAs = "content")
{
    private const int LongName = 140;
    private const int FirstYear = 1900;
    private const int YearsAhead = 5;
    private const int DaysForSlides = 30;

    private readonly Dictionary<string, string> hashes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> slugs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> dois = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> aliases = new(StringComparer.Ordinal);
    private readonly List<(string Slug, string Alias, Problem Problem)> claims = [];
    private readonly List<PersonFile> people = [];
    private readonly Dictionary<string, IReadOnlySet<string>> silenced = new(StringComparer.Ordinal);
    private readonly NameAudit speakers = new();
    private readonly NameAudit authors = new();
    private readonly FileNames files = new(content);
    private readonly SeminarLinks links = new();
    private readonly Dictionary<string, (string Text, string Path)> categories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Text, string Path)> tags = new(StringComparer.Ordinal);

    /// <summary>Every problem of one file that can be told by now, the reader's own among them, in the order of its lines.</summary>
    public IReadOnlyList<Problem> Of(Reading reading)
    {
        var problems = new ProblemList(reading.Path, reading.Lines);
        problems.Silence(reading.Silenced);
        if (reading.Silenced.Count > 0) silenced[$"content/{reading.Path}"] = reading.Silenced;
        CheckFileName(reading, problems);
        if (reading.Seminar is { } seminar)
        {
            CheckCopy(seminar, reading, problems);
            CheckText(seminar, reading, problems);
            CheckDates(seminar, reading, problems);
            // Who withdraws a seminar deletes its slides.
            if (seminar.Status != SeminarStatus.Withdrawn) CheckFiles(LocalFile.In(reading).Concat(LocalFile.InAbstract(reading)), problems);
            CheckAddresses(seminar, reading, problems);
            links.Take(seminar, reading.Lines);
            CheckWords("categories", seminar.Categories, categories, reading, problems);
            CheckWords("tags", seminar.Tags, tags, reading, problems);
            TakeNames(seminar, reading);
        }

        return Together(reading.Problems, problems.InOrder());
    }

    /// <summary>Every problem of one people file; they come in before what they are asked about in <see cref="OfAll"/>.</summary>
    public IReadOnlyList<Problem> Of(PersonReading reading)
    {
        if (reading.Person is { } person) people.Add(person);
        return reading.Problems;
    }

    /// <summary>Every problem of one page; pages come in after all seminars.</summary>
    public IReadOnlyList<Problem> Of(PageReading reading)
    {
        var problems = new ProblemList(reading.Path, reading.Lines);
        CheckFiles(LocalFile.In(reading), problems);
        if (reading.Page is { } page)
        {
            var isCategory = page.Path != "about.md";
            links.Take(page.Html, isCategory ? $"/category/{page.Slug}/" : "/about/", page.Path, reading.Lines);
            if (isCategory) CheckCategory(page, problems);
        }

        return Together(reading.Problems, problems.InOrder());
    }

    /// <summary>What can be told only when every file is known; to be asked once, at the end.</summary>
    public IReadOnlyList<Problem> OfAll() =>
    [
        .. claims.Where(claim => slugs.ContainsKey(claim.Slug)).Select(claim => claim.Problem with
        {
            Cause = $"{PlainText.Quote(claim.Alias)} is the address of {shownAs}/{slugs[claim.Slug]}, so it never leads here.",
        }),
        .. speakers.Problems(people, shownAs).Where(IsHeard),
        .. links.Dead(slugs, path => aliases.ContainsKey(AliasKey.From(path)) || (!MarkdownFiles.IsMarkdown(path) && files.Find(path) is not null), FileAt).Where(IsHeard),
        .. authors.Problems([], shownAs),
    ];

    /// <summary>What is wrong with the folder itself.</summary>
    public static IReadOnlyList<Problem> Of(ContentListing listing) =>
    [
        .. listing.Closed.Select(folder => Folder(folder, Rules.FolderClosed, "This folder is missing or cannot be listed; nothing is known of what is in it.",
            "Put it back, or allow everyone to list it (on Linux:  chmod a+rx  and the folder's name).")),
        .. OfLinks(listing),
        .. listing.Unread,
    ];

    /// <summary>The part of it about symbolic links.</summary>
    public static IEnumerable<Problem> OfLinks(ContentListing listing) => listing.Links.Select(link => Folder(
        link, Rules.LinkIgnored, "This symbolic link leads out of the content folder, or nowhere, and is not followed.", "Put the file itself here, or delete the link."));

    private string? FileAt(string path) => files.Find(path) is { } file && FileKinds.IsServed(file) ? new Uri(new Uri("https://site.invalid"), FileSizes.UrlOf(PlainText.Normal(file))).AbsolutePath : null;

    // Nobody has silenced it in its file.
    private bool IsHeard(Problem problem) => problem.Severity == Severity.Error || !silenced.TryGetValue(problem.File, out var rules) || !rules.Contains(problem.Rule);

    // What the reader of a file has told, and what was found beyond it, in the order of the lines.
    private static IReadOnlyList<Problem> Together(IReadOnlyList<Problem> told, IReadOnlyList<Problem> found) =>
        found.Count == 0 ? told : [.. told.Concat(found).OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];

    private static Problem Folder(string path, Rule rule, string cause, string fix) =>
        new($"content/{path}".TrimEnd('/'), 1, 1, rule.Severity, rule.Name, cause, fix, null);

    private static void CheckFileName(Reading reading, ProblemList problems)
    {
        var bytes = Encoding.UTF8.GetByteCount(Path.GetFileName(reading.Path));
        if (bytes < LongName) return;
        problems.Add(Rules.FileNameLong, new Place(1, 1), $"The file's name is {bytes} bytes long; archives, synchronised folders and old systems fail at such names.",
            reading.Seminar is { } seminar ? $"Shorten the name, and keep the address with a line  slug: {seminar.Slug}" : "Shorten the name.");
    }

    // Two that ask for one address are told of that.
    private void CheckCopy(SeminarFile seminar, Reading reading, ProblemList problems)
    {
        if (hashes.TryAdd(reading.Hash, reading.Path) || slugs.ContainsKey(seminar.Slug)) return;
        problems.Add(Rules.FileCopied, new Place(1, 1), $"The file is the same as {shownAs}/{hashes[reading.Hash]}, to the last letter, and both are seminars of their own.",
            $"Delete one of the two; if the address of the one that goes is known to others, add it to aliases: in the one that stays.");
    }

    private void CheckText(SeminarFile seminar, Reading reading, ProblemList problems)
    {
        var title = PlaceOf("title", reading);
        if (PackedTitle.Find(seminar) is { } packed) AddPacked(packed, "Write only the title here; the old wording may be kept in  original_title: .");
        if (PackedTitle.StatusIn(seminar) is { } said)
        {
            // What has another status than the usual one keeps it.
            var write = seminar is { Status: SeminarStatus.Published, EventStatus: EventStatus.Scheduled } ? $"Write  status: {(said.StartsWith("p", StringComparison.OrdinalIgnoreCase) ? "postponed" : "cancelled")}  and only" : "Write only";
            AddPacked(said, $"{write} the title here; if the word belongs to it, add  ignore: [title-packed] .");
        }

        if (seminar.AbstractText.Length == 0) problems.Add(Rules.AbstractMissing, title, "The seminar has no abstract.", "Write it below the closing line --- .");
        if (seminar is { Status: SeminarStatus.Published, EventStatus: EventStatus.Scheduled } && seminar.Date.Last < today.AddDays(-DaysForSlides) && seminar.Resources.All(resource => resource.Type != "slides"))
        {
            problems.Add(Rules.SlidesMissing, title, $"The seminar was held {(seminar.Date.Day is null ? "in" : "on")} {seminar.Date} and has no slides.",
                "Add  slides: slides/….pdf ; if there are none, add  ignore: [slides-missing] .");
        }

        void AddPacked(string found, string fix) => problems.Add(Rules.TitlePacked, At(title, found, reading), $"The title still holds {PlainText.Quote(found)}, which has a field of its own.", fix);
    }

    private void CheckDates(SeminarFile seminar, Reading reading, ProblemList problems)
    {
        CheckYear("date", seminar.Date, reading, problems);
        if (seminar.EndDate is { } last) CheckYear("end", last, reading, problems);
        if (seminar.Posted is { } on) CheckYear("posted", new PartialDate(on.Year, on.Month, on.Day), reading, problems);
        if (seminar.Updated is { } changed) CheckYear("updated", new PartialDate(changed.Year, changed.Month, changed.Day), reading, problems);

        if (seminar is { EventStatus: EventStatus.Scheduled, Posted: { } posted } && posted < seminar.Date.First && seminar.Date.First <= today)
        {
            problems.Add(Rules.PostedBeforeHeld, PlaceOf("posted", reading), $"Posted on {posted.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, but held on {seminar.Date}.",
                "Look at both dates; an announcement may well be older than its seminar.");
        }
    }

    private void CheckYear(string field, PartialDate date, Reading reading, ProblemList problems)
    {
        if (date.Year >= FirstYear && date.First <= today.AddYears(YearsAhead)) return;
        var written = field == "posted" && !reading.Places.ContainsKey(field) ? "published" : field;
        var cause = $"The date {date}{(field == "date" ? "" : $" in \"{written}\"")} lies {(date.Year < FirstYear ? $"before {FirstYear}" : "more than five years ahead")}";
        problems.Add(Rules.DateFar, PlaceOf(written, reading), field == "posted" && date.Year >= FirstYear ? $"{cause}; until then the seminar is kept off the site." : $"{cause}.",
            "Look at the year's digits; if it is right, add  ignore: [date-far] .");
    }

    private void CheckFiles(IEnumerable<LocalFile> pointed, ProblemList problems)
    {
        foreach (var file in pointed)
        {
            var asked = FileSizes.PathOf(file.Url);
            if (files.Find(file.Url) is not { } there)
            {
                var near = files.Near(file.Url);
                problems.Add(Rules.FileMissing, file.Place, $"There is no file {shownAs}/{PlainText.Clean(asked)} .", near is null ? "Put the file there, or correct the path." : $"Did you mean  {file.Spelt(near)} ?");
            }
            else if (!FileNames.IsSame(there, asked))
            {
                problems.Add(Rules.FileCase, file.Place, $"The file is called {shownAs}/{there} : capitals count on the web.", $"Write:  {file.Spelt(PlainText.Normal(there))}");
            }
            else if (!FileKinds.IsServed(there))
            {
                problems.Add(Rules.FileKind, file.Place, Path.GetExtension(there) is { Length: > 1 } ending ? $"The site hands out no files that end in {ending} : this one is there, but nobody can open it." : "The site hands out no files whose names have no ending: this one is there, but nobody can open it.", FileKinds.Instead(there));
            }
        }
    }

    // Capitals make no difference to readers; other signs may mean something else.
    private void CheckWords(string field, IReadOnlyList<string> words, Dictionary<string, (string Text, string Path)> known, Reading reading, ProblemList problems)
    {
        foreach (var word in words)
        {
            var slug = Slug.OfSubject(word);
            if (known.TryAdd(slug, (word, reading.Path))) continue;
            var (other, path) = known[slug];
            if (other.Equals(word, StringComparison.OrdinalIgnoreCase)) continue;
            problems.Add(Rules.ValueDiffers, At(PlaceOf(field, reading), word, reading), $"{PlainText.Quote(word)} has one address with {PlainText.Quote(other)} in {shownAs}/{path}, so that both are one to readers, under one of the two names.",
                "Write it in one way everywhere, or, if they are not the same, so that they differ in a word.");
        }
    }

    // A page is its category's by its file's name.
    private void CheckCategory(PageFile page, ProblemList problems)
    {
        if (categories.ContainsKey(Slug.OfSubject(page.Slug))) return;
        var meant = page.Title is { } title && Slug.OfSubject(title) is var slug && categories.ContainsKey(slug) ? slug : Spelling.Closest(page.Slug, categories.Keys);
        problems.Add(Rules.CategoryUnused, new Place(1, 1), $"No seminar is in a category that is called {PlainText.Quote(page.Slug)} in addresses, so nobody sees this page.",
            meant is not null ? $"Rename the file to  {meant}.md ." : "Name the file after the category as its address has it, such as  history-of-science.md  for  History of Science .");
    }

    private void CheckAddresses(SeminarFile seminar, Reading reading, ProblemList problems)
    {
        if (!slugs.TryAdd(seminar.Slug, reading.Path))
        {
            problems.Add(Rules.SlugTaken, PlaceOf("slug", reading), $"The address /seminars/{seminar.Slug}/ already belongs to {shownAs}/{slugs[seminar.Slug]}.",
                $"Give one of the two files another address, with a line of its own between the --- lines:  slug: {seminar.Slug}-2");
        }

        if (seminar.Id is { } id && !ids.TryAdd(id, reading.Path))
        {
            problems.Add(Rules.IdTaken, PlaceOf("id", reading), $"The identifier {PlainText.Quote(id)} already belongs to {shownAs}/{ids[id]}.", "Give one of the two another one; an identifier is never used twice.");
        }

        if (seminar.Doi is { } doi && !dois.TryAdd(doi, reading.Path))
        {
            problems.Add(Rules.DoiTaken, PlaceOf("doi", reading), $"The DOI {doi} already belongs to {shownAs}/{dois[doi]}.", "Keep it in the file that it was registered for.");
        }

        foreach (var alias in seminar.Aliases) CheckAlias(alias, seminar, reading, problems);
    }

    private void CheckAlias(string alias, SeminarFile seminar, Reading reading, ProblemList problems)
    {
        const string delete = "Delete it from the list.";
        var key = AliasKey.From(alias);
        var place = At(PlaceOf("aliases", reading), alias, reading);
        if (key == $"/seminars/{seminar.Slug}") problems.Add(Rules.AliasShadowed, place, $"{PlainText.Quote(alias)} is the seminar's present address, not an old one.", delete);
        else if (isPage(key) || content.SizeOf(alias) is not null) problems.Add(Rules.AliasShadowed, place, $"{PlainText.Quote(alias)} is a page or file of the site itself, so it never leads here.", delete);
        else if (!aliases.TryAdd(key, reading.Path) && aliases[key] != reading.Path)
            problems.Add(Rules.AliasTaken, place, $"The old address {PlainText.Quote(alias)} already leads to {shownAs}/{aliases[key]}.", "Keep it in the one file where it belongs.");
        else if (key.StartsWith("/seminars/", StringComparison.Ordinal) && !reading.Silenced.Contains(Rules.AliasShadowed.Name))
        {
            // Whose address it is can be told only when all are known.
            var claim = new ProblemList(reading.Path, reading.Lines);
            claim.Add(Rules.AliasShadowed, place, "", delete);
            claims.Add((key["/seminars/".Length..], alias, claim.InOrder()[0]));
        }
    }

    private void TakeNames(SeminarFile seminar, Reading reading)
    {
        var isSilent = reading.Silenced.Contains(Rules.NameSimilar.Name);
        foreach (var speaker in seminar.Speakers) speakers.Take(reading, speaker.Name, speaker.Orcid, At(PlaceOf("speakers", reading), speaker.Name, reading), isSilent);
        foreach (var author in seminar.Authors) authors.Take(reading, author, null, At(PlaceOf("author", reading), author, reading), isSilent);
    }

    private static Place PlaceOf(string field, Reading reading) => reading.Places.TryGetValue(field, out var place) ? place : new Place(1, 1);

    // The text itself, on the field's line or below it, as far as the field reaches; else the field's value.
    private static Place At(Place field, string text, Reading reading)
    {
        var end = reading.Places.Values.Where(other => other.Line > field.Line).Select(other => other.Line).DefaultIfEmpty(reading.Lines.Length + 1).Min();
        for (var line = field.Line; line < end; line++)
        {
            var at = reading.Lines[line - 1].IndexOf(text, line == field.Line ? field.Column - 1 : 0, StringComparison.Ordinal);
            if (at >= 0) return new Place(line, at + 1);
        }

        return field;
    }
}
