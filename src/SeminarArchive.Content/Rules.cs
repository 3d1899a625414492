namespace SeminarArchive.Content;

/// <summary>One kind of mistake the archive can name.</summary>
/// <param name="Name">In kebab case, as <see cref="Problem.Rule"/> carries it.</param>
/// <param name="Severity">An error keeps the file from being published.</param>
/// <param name="Meaning">One line in plain words.</param>
public sealed record Rule(string Name, Severity Severity, string Meaning);

/// <summary>Every kind of mistake there is. <c>content/README.md</c> has a row for each.</summary>
public static class Rules
{
    private static readonly List<Rule> Known = [];

    // The file itself
    public static readonly Rule FileUnreadable = Error("file-unreadable", "The archive is not allowed to open the file, or the disk failed.");
    public static readonly Rule FileEmpty = Error("file-empty", "There is nothing in the file.");
    public static readonly Rule FileTooLarge = Error("file-too-large", "The file is larger than 1 MB.");
    public static readonly Rule NotUtf8 = Error("not-utf8", "The file is not saved as UTF-8.");
    public static readonly Rule Utf16 = Error("utf16", "The file is saved as UTF-16 (“Unicode” in old editors).");
    public static readonly Rule NotText = Error("not-text", "The file is a document of another program: RTF, Word, PDF, a web page.");
    public static readonly Rule NulCharacter = Error("nul-character", "The file holds a NUL character: it is damaged, or no text.");
    public static readonly Rule ControlCharacter = Warning("control-character", "An invisible control character stands in the text; it is left out.");
    public static readonly Rule InvisibleCharacter = Notice("invisible-character", "A character that nobody sees stands in the text; it is left out.");
    public static readonly Rule FileFault = Error("file-fault", "The archive fails at the file: a fault of its own.");

    public static readonly Rule MergeConflict = Error("merge-conflict", "Two versions of the text stand in the file, with git's marks between them.");

    // The folder
    public static readonly Rule FolderClosed = Error("folder-closed", "A folder is missing or cannot be listed; its seminars stay as they were.");
    public static readonly Rule FolderEmptied = Error("folder-emptied", "All files are gone at once; the archive keeps their pages.");
    public static readonly Rule FileUnread = Warning("file-unread", "A file looks like a seminar or a page, but lies or is named so that nothing reads it.");
    public static readonly Rule LinkIgnored = Warning("link-ignored", "A symbolic link leads out of the content folder, or nowhere, and is not followed.");
    public static readonly Rule SlugTaken = Error("slug-taken", "Two files claim one address; the first in order has it.");

    // The front matter's frame
    public static readonly Rule FrontMatterMissing = Error("front-matter-missing", "The file does not begin with front matter.");
    public static readonly Rule FrontMatterLate = Warning("front-matter-late", "Something invisible stands before the opening line of three hyphens.");
    public static readonly Rule FrontMatterUnclosed = Error("front-matter-unclosed", "The front matter is opened but never closed.");
    public static readonly Rule FrontMatterShort = Warning("front-matter-short", "Fields stand below the line that closes the front matter; they are printed as text.");
    public static readonly Rule FrontMatterSecond = Warning("front-matter-second", "Below the abstract the fields of another seminar stand, which are printed as text.");
    public static readonly Rule FrontMatterLong = Warning("front-matter-long", "The text below the fields may begin among them; what stands there is left out.");
    public static readonly Rule FrontMatterFence = Error("front-matter-fence", "The opening line is not exactly three hyphens.");
    public static readonly Rule FrontMatterToml = Error("front-matter-toml", "The front matter is TOML (+++), not YAML (---).");
    public static readonly Rule FrontMatterJson = Error("front-matter-json", "The front matter is JSON ({ … }), not YAML (---).");
    public static readonly Rule FrontMatterTooLarge = Error("front-matter-too-large", "The front matter is too long or has too many fields.");

    // YAML
    public static readonly Rule YamlTab = Error("yaml-tab", "A tab, or a space of another kind, stands where YAML allows only plain spaces.");
    public static readonly Rule YamlColon = Error("yaml-colon", "A value holds a colon and needs quotation marks.");
    public static readonly Rule YamlQuote = Error("yaml-quote", "A quotation mark is opened and not closed, or closed too early.");
    public static readonly Rule YamlSmartQuotes = Error("yaml-smart-quotes", "Typographic quotation marks are used where YAML wants straight ones.");
    public static readonly Rule SmartQuotes = Warning("smart-quotes", "A value is wrapped in typographic quotation marks; they are left out.");
    public static readonly Rule YamlEscape = Warning("yaml-escape", "A backslash in double quotes makes the letter after it something else.");
    public static readonly Rule YamlSpecial = Error("yaml-special", "A value begins with a character that means something else in YAML.");
    public static readonly Rule YamlBracket = Error("yaml-bracket", "A bracket is opened and not closed, or text follows it.");
    public static readonly Rule YamlComma = Warning("yaml-comma", "A comma in braces ends a value, and what follows it is left out.");
    public static readonly Rule YamlBullet = Error("yaml-bullet", "A list has bullets or dashes where YAML wants hyphens.");
    public static readonly Rule ListUnmarked = Warning("list-unmarked", "The lines of a list have no hyphens and are read as one text.");
    public static readonly Rule YamlSpace = Error("yaml-space", "The space after a field's colon is missing.");
    public static readonly Rule YamlNoColon = Error("yaml-no-colon", "A line of the front matter has no field name and colon.");
    public static readonly Rule YamlIndent = Error("yaml-indent", "A line is indented further, or less far, than its neighbours.");
    public static readonly Rule YamlDepth = Error("yaml-depth", "Lists within lists go too deep.");
    public static readonly Rule YamlRemark = Warning("yaml-remark", "What follows a space and # is a remark, and no part of the value.");
    public static readonly Rule YamlSyntax = Error("yaml-syntax", "The front matter is not YAML.");

    // Fields
    public static readonly Rule FieldUnknown = Notice("field-unknown", "The archive does not know this field and leaves it out.");
    public static readonly Rule FieldHides = Error("field-hides", "A field that keeps a page off other sites, and that the archive does not know.");
    public static readonly Rule FieldExpires = Warning("field-expires", "A field that takes a page off other sites on a day, and that the archive does not know.");
    public static readonly Rule FieldStatus = Warning("field-status", "A field says elsewhere that a seminar was cancelled or postponed, and the archive does not know it.");
    public static readonly Rule FieldDuplicate = Error("field-duplicate", "The same field stands there twice.");
    public static readonly Rule FieldTwice = Warning("field-twice", "Two names of one field are both filled in, or two fields give one time; one of them counts.");
    public static readonly Rule FieldShape = Error("field-shape", "A list stands where one text is wanted, or the other way round.");
    public static readonly Rule FieldTooLong = Error("field-too-long", "A value is longer than the archive allows.");
    public static readonly Rule ListTooLong = Error("list-too-long", "A list has more entries than the archive allows.");
    public static readonly Rule TitleMissing = Error("title-missing", "The seminar has no title.");
    public static readonly Rule TitleMarkup = Warning("title-markup", "A title has marks of Markdown or HTML, which are left out, or a formula, which is printed as it stands.");
    public static readonly Rule DateMissing = Error("date-missing", "The seminar has no date, and its file name has none either.");
    public static readonly Rule DateUnreadable = Error("date-unreadable", "The date, or the day of posting, is in no form the archive can read.");
    public static readonly Rule DateImpossible = Error("date-impossible", "There is no such day in the calendar.");
    public static readonly Rule DateFromFileName = Warning("date-from-file-name", "The date cannot be read; the one in the file name is used.");
    public static readonly Rule DateIgnored = Warning("date-ignored", "A date that nothing depends on cannot be read and is left out.");
    public static readonly Rule DateCharacters = Notice("date-characters", "A date or time has digits or signs of another kind; it is read as if they were plain ones.");
    public static readonly Rule TimeUnreadable = Warning("time-unreadable", "The time cannot be read and is left out.");
    public static readonly Rule TimeAtNight = Warning("time-at-night", "A time from 1:00 to 6:59 stands without am or pm; it is read as one at night.");
    public static readonly Rule TimeZoneUnknown = Warning("timezone-unknown", "The time zone is not known; the site's own is used.");
    public static readonly Rule EndAlone = Warning("end-alone", "A time at which the seminar ended stands without one at which it began, and is left out.");
    public static readonly Rule EndBeforeStart = Warning("end-before-start", "The end lies before the beginning and is left out.");
    public static readonly Rule NameMissing = Warning("name-missing", "A person has no name and is left out.");
    public static readonly Rule NameMarkup = Warning("name-markup", "A name is written as a link or with an e-mail address; only the name is kept.");
    public static readonly Rule NamesJoined = Warning("names-joined", "One name may be several people's, or more than a name; it is kept whole.");
    public static readonly Rule NamesParted = Notice("names-parted", "Two people were parted at a comma, though what follows it may be no person.");
    public static readonly Rule AffiliationUnpaired = Warning("affiliation-unpaired", "There are not as many affiliations as speakers.");
    public static readonly Rule PersonDetailUnplaced = Warning("person-detail-unplaced", "An affiliation or ORCID stands there without exactly one speaker to give it to.");
    public static readonly Rule OrcidInvalid = Warning("orcid-invalid", "The ORCID iD is mistyped and is left out.");
    public static readonly Rule DoiInvalid = Error("doi-invalid", "The DOI is none.");
    public static readonly Rule LanguageUnknown = Warning("language-unknown", "The language is not a language code and is left out.");
    public static readonly Rule UrlUnsafe = Error("url-unsafe", "An address could run a program or leave the content folder.");
    public static readonly Rule UrlUnreadable = Warning("url-unreadable", "An address cannot be read and is left out.");
    public static readonly Rule UrlScheme = Warning("url-scheme", "An address does not begin with http or https and is left out.");
    public static readonly Rule UrlIncomplete = Warning("url-incomplete", "An address lacks its https:// , which is added.");
    public static readonly Rule UrlBackslash = Warning("url-backslash", "A path has backslashes; they are read as slashes.");
    public static readonly Rule UrlMissing = Warning("url-missing", "A resource has no address and is left out.");
    public static readonly Rule SlugEmpty = Error("slug-empty", "No address can be made: there is no letter and no digit.");
    public static readonly Rule SlugChanged = Notice("slug-changed", "The slug is written in the archive's own way.");
    public static readonly Rule ValueEmpty = Warning("value-empty", "A tag or category has no letter and no digit and is left out.");
    public static readonly Rule ValueTwice = Warning("value-twice", "Two tags or categories differ so little that they have one address; the first counts.");
    public static readonly Rule AliasUnreadable = Warning("alias-unreadable", "An old address is not a path and is left out.");
    public static readonly Rule StatusUnknown = Error("status-unknown", "The status is not one of published, draft, withdrawn, cancelled and postponed.");
    public static readonly Rule ReasonMissing = Warning("reason-missing", "A seminar is withdrawn without a reason.");
    public static readonly Rule ReasonUnused = Notice("reason-unused", "A reason is given, but the seminar is not withdrawn, cancelled or postponed.");
    public static readonly Rule YesOrNo = Error("yes-or-no", "A field wants true or false and has something else.");
    public static readonly Rule IgnoreUnknown = Warning("ignore-unknown", "There is no rule of the name that shall be ignored.");
    public static readonly Rule IgnoreRefused = Warning("ignore-refused", "An error shall be ignored, which cannot be.");

    // People files
    public static readonly Rule PersonNameMissing = Error("person-name-missing", "A people file has no name.");
    public static readonly Rule PersonTwice = Error("person-twice", "Two people files describe one person, or ask for one address; the first in order is used.");
    public static readonly Rule PersonAliasTaken = Warning("person-alias-taken", "An alias belongs to another person's file and is left out.");
    public static readonly Rule OrcidShared = Warning("orcid-shared", "One ORCID iD stands with two names that have nothing in common; they are taken for one person.");
    public static readonly Rule OrcidDiffers = Warning("orcid-differs", "One name stands with two ORCID iDs; the two are kept apart.");
    public static readonly Rule SpeakerUnsure = Warning("speaker-unsure", "A speaker without an ORCID iD may be one of several people of that name.");

    // The body
    public static readonly Rule BodyTooLong = Error("body-too-long", "The abstract is longer than the archive allows.");
    public static readonly Rule BodyTooDeep = Error("body-too-deep", "Lists, quotations or brackets are nested too deep.");
    public static readonly Rule BodyUnreadable = Error("body-unreadable", "The archive cannot make sense of the abstract: a fault of its own.");
    public static readonly Rule BodyHides = Error("body-hides", "A remark between %% signs, which hide it in Obsidian, would be printed.");
    public static readonly Rule LinkUnsafe = Warning("link-unsafe", "A link could run a program; its text is kept without the link.");
    public static readonly Rule ImageUnsafe = Warning("image-unsafe", "An image is embedded or comes over plain http; its description is kept.");
    public static readonly Rule MarkupPrinted = Warning("markup-printed", "A link or picture with a space in its address, or a mark of another program, is printed as it stands.");
    public static readonly Rule FormulaPrinted = Warning("formula-printed", "A formula cannot be read as TeX, or stands between other marks than dollar signs, and is printed as it stands.");
    public static readonly Rule FootnoteUnpaired = Warning("footnote-unpaired", "A footnote is cited nowhere, or one is cited that is not there; what is written is printed.");
    public static readonly Rule HtmlRemoved = Warning("html-removed", "HTML that the archive does not allow is left out.");
    public static readonly Rule TooManyProblems = Notice("too-many-problems", "The file has more problems than are listed.");

    // What only an audit finds: it knows the other files and the day
    public static readonly Rule FileCopied = Warning("file-copied", "Two files are the same, byte for byte, and are two seminars.");
    public static readonly Rule IdTaken = Warning("id-taken", "Two seminars have the same identifier.");
    public static readonly Rule DoiTaken = Warning("doi-taken", "Two seminars have the same DOI.");
    public static readonly Rule NameSimilar = Warning("name-similar", "Two names differ by a slip or an initial and may be one person's.");
    public static readonly Rule TitlePacked = Warning("title-packed", "The title still holds the speaker's name, the date, or that the seminar was cancelled or postponed.");
    public static readonly Rule DateFar = Warning("date-far", "A date lies before 1900 or more than five years ahead.");
    public static readonly Rule PostedBeforeHeld = Notice("posted-before-held", "The seminar was put into the archive before it was held.");
    public static readonly Rule FileMissing = Warning("file-missing", "A file that the seminar or page points to is not there.");
    public static readonly Rule FileCase = Warning("file-case", "A file's name is written with other capitals than the file has.");
    public static readonly Rule FileKind = Warning("file-kind", "A file is of a kind that the site does not hand out, so that nobody can open it.");
    public static readonly Rule ValueDiffers = Warning("value-differs", "A tag or category is written with other signs than in another file, with which it has one address.");
    public static readonly Rule CategoryUnused = Warning("category-unused", "A category's page is named after no category that a seminar is in, so nobody sees it.");
    public static readonly Rule LinkDead = Warning("link-dead", "A link in a text leads to a seminar that is not there, to a heading that the text does not have, or lacks the beginning of an address.");
    public static readonly Rule AliasTaken = Warning("alias-taken", "Two seminars claim the same old address; the first in order has it.");
    public static readonly Rule AliasShadowed = Warning("alias-shadowed", "An old address belongs to a page of the site, so it never leads here.");
    public static readonly Rule FileNameLong = Warning("file-name-long", "The file's name is so long that some systems cannot copy it.");
    public static readonly Rule AbstractMissing = Notice("abstract-missing", "The seminar has no abstract.");
    public static readonly Rule SlidesMissing = Notice("slides-missing", "The seminar was held more than a month ago and has no slides.");

    /// <summary>All of them, in the order in which a file is read.</summary>
    public static IReadOnlyList<Rule> All => Known;

    private static Rule Error(string name, string meaning) => Keep(new Rule(name, Severity.Error, meaning));

    private static Rule Warning(string name, string meaning) => Keep(new Rule(name, Severity.Warning, meaning));

    private static Rule Notice(string name, string meaning) => Keep(new Rule(name, Severity.Notice, meaning));

    private static Rule Keep(Rule rule)
    {
        Known.Add(rule);
        return rule;
    }
}
