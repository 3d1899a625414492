namespace SeminarArchive.Content;

/// <summary>A speaker as one seminar prints them.</summary>
/// <param name="Path">Path of the seminar's file under the content folder.</param>
/// <param name="Key">The <see cref="PersonName.Slug"/> of the name; never empty.</param>
public readonly record struct PrintedSpeaker(string Path, string Name, string Key, string? Orcid);

/// <summary>One person among the speakers.</summary>
/// <param name="Slug">Unique; the last part of the address of their page.</param>
/// <param name="File">Their people file, or null.</param>
/// <param name="Variants">Every spelling of their name, as printed and as their file has it, each once and in ordinal order.</param>
/// <param name="OldAddresses">Other addresses that lead to their page, each beginning with <c>/</c>.</param>
public sealed record Identity(string Slug, PersonFile? File, IReadOnlyList<string> Variants, IReadOnlyList<string> OldAddresses);

/// <summary>
/// Which printed names are which person. The rule:
/// an ORCID iD decides alone. A name without one is the person whose people file has it as name or alias; else the person
/// who stands elsewhere with that name and an ORCID iD; else a person of its own. Names are one when
/// <see cref="PersonName"/> makes one slug of them. Where a name might be several people's, the first in order of paths
/// gets it, and a problem says so: nobody is joined silently.
/// The same files give the same answer, in whatever order they came.
/// </summary>
public sealed class WhoIsWho
{
    private readonly List<Problem> problems = [];
    private readonly Claims claims;
    private readonly Dictionary<string, Somebody> byOrcid = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Somebody> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<PersonFile, Somebody> byFile = new(ReferenceEqualityComparer.Instance);

    private WhoIsWho(IReadOnlyList<PersonFile> files, IReadOnlyList<PrintedSpeaker> speakers)
    {
        claims = Claims.Of(files, problems);
        GiveOrcids(speakers);
        var people = speakers.Select(SomebodyFor).ToList();
        for (var i = 0; i < people.Count; i++) people[i].Speakers.Add(speakers[i]);

        var all = people.Distinct().ToList();
        Name(all);
        Report(speakers, people);
        var identities = Describe(all);
        People = [.. all.Select(somebody => identities[somebody])];
        Speakers = [.. people.Select(somebody => identities[somebody])];
        Problems = [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal)];
    }

    /// <summary>Everybody who speaks, in the order of their first appearance.</summary>
    public IReadOnlyList<Identity> People { get; }

    /// <summary>Who each of the speakers is, in the order given.</summary>
    public IReadOnlyList<Identity> Speakers { get; }

    /// <summary>What an editor should say or put right, in the order of the files.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <param name="files">In the order of their paths.</param>
    /// <param name="speakers">In the order of their seminars' paths.</param>
    public static WhoIsWho Of(IReadOnlyList<PersonFile> files, IReadOnlyList<PrintedSpeaker> speakers) => new(files, speakers);

    // Every iD has one owner: the file that names it; a file without one whose name first stands beside it; else a person of its own.
    private void GiveOrcids(IReadOnlyList<PrintedSpeaker> speakers)
    {
        foreach (var file in claims.Files)
        {
            byFile[file] = new Somebody(file, file.Orcid);
            if (file.Orcid is { } own) byOrcid[own] = byFile[file];
        }

        foreach (var speaker in speakers)
        {
            if (speaker.Orcid is not { } orcid) continue;
            if (!byOrcid.TryGetValue(orcid, out var owner))
            {
                owner = claims.Owner(speaker.Key) is { } file && byFile[file].Orcid is null ? byFile[file] : new Somebody(null, orcid);
                owner.Orcid = orcid;
                byOrcid[orcid] = owner;
            }

            if (claims.Owner(speaker.Key) is null) byKey.TryAdd(speaker.Key, owner);
        }
    }

    private Somebody SomebodyFor(PrintedSpeaker speaker)
    {
        if (speaker.Orcid is { } orcid) return byOrcid[orcid];
        if (HomeOf(speaker.Key) is { } home) return home;
        return byKey[speaker.Key] = new Somebody(null, null);
    }

    /// <summary>Who is meant by a name that stands there without an ORCID iD.</summary>
    private Somebody? HomeOf(string key) => claims.Owner(key) is { } file ? byFile[file] : byKey.GetValueOrDefault(key);

    // A name is the address of the person it means; another of the same name gets -2.
    private void Name(List<Somebody> people)
    {
        var taken = claims.Files.Select(file => file.Slug).ToHashSet(StringComparer.Ordinal);
        foreach (var somebody in people)
        {
            if (somebody.File is { } file)
            {
                somebody.Slug = file.Slug;
                continue;
            }

            var keys = somebody.Speakers.Select(speaker => speaker.Key).Distinct(StringComparer.Ordinal).ToList();
            var slug = keys.Find(key => HomeOf(key) == somebody && !taken.Contains(key));
            for (var number = 2; slug is null; number++)
            {
                var next = $"{keys[0]}-{number}";
                if (HomeOf(next) is null && !taken.Contains(next)) slug = next;
            }

            taken.Add(slug);
            somebody.Slug = slug;
        }
    }

    private Dictionary<Somebody, Identity> Describe(List<Somebody> people)
    {
        var slugs = people.Select(somebody => somebody.Slug).ToHashSet(StringComparer.Ordinal);
        var identities = new Dictionary<Somebody, Identity>();
        foreach (var somebody in people)
        {
            var written = somebody.File is { } file ? claims.NamesOf(file) : [];
            var variants = somebody.Speakers.Select(speaker => speaker.Name).Concat(written.Select(name => name.Name)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            var keys = somebody.Speakers.Select(speaker => speaker.Key).Concat(written.Select(name => name.Key)).Distinct(StringComparer.Ordinal)
                .Where(key => HomeOf(key) == somebody && !slugs.Contains(key)).Select(key => $"/speaker/{key}/");
            identities[somebody] = new Identity(somebody.Slug, somebody.File, [.. variants], [.. keys, .. somebody.File is { } own ? claims.AddressesOf(own) : []]);
        }

        return identities;
    }

    private void Report(IReadOnlyList<PrintedSpeaker> speakers, List<Somebody> people)
    {
        var sharers = new Dictionary<string, List<Somebody>>(StringComparer.Ordinal);
        var told = new HashSet<(Somebody, string)>();
        for (var i = 0; i < people.Count; i++)
        {
            var key = speakers[i].Key;
            if (speakers[i].Orcid is not null && !IsLikely(people[i], key) && told.Add((people[i], key))) Shared(speakers[i], people[i]);
            if (!sharers.TryGetValue(key, out var sharing)) sharers[key] = sharing = [.. claims.Owners(key).Select(file => byFile[file])];
            if (sharing.Contains(people[i])) continue;

            // Two with a file each are told apart by their editors.
            var other = sharing.Find(each => each.Orcid is not null && (each.File is null || people[i].File is null));
            if (other is not null && speakers[i].Orcid is not null) Differs(speakers[i], people[i], other);
            sharing.Add(people[i]);
        }

        // A file that alone has the name is an editor's word for whose it is.
        for (var i = 0; i < people.Count; i++)
        {
            if (speakers[i].Orcid is null && sharers[speakers[i].Key].Count > 1 && claims.Owners(speakers[i].Key).Count != 1) Unsure(speakers[i], people[i]);
        }
    }

    private void Differs(PrintedSpeaker speaker, Somebody who, Somebody other) => problems.Add(new Problem(
        $"content/{speaker.Path}", 1, 1, Rules.OrcidDiffers.Severity, Rules.OrcidDiffers.Name,
        $"{PlainText.Quote(speaker.Name)} has the ORCID iD {speaker.Orcid} here and {other.Orcid} in content/{(other.File is { Orcid: not null } file ? file.Path : other.Speakers.Find(each => each.Orcid == other.Orcid).Path)}, and so is taken for another person, at /speaker/{who.Slug}/.",
        "If they are one person, correct one of the iDs. If they are two, give each a file in content/people/ with their own orcid: and slug: .", null));

    // People change a part of their name, seldom all of it. An editor's word for who it is is the person's file.
    private bool IsLikely(Somebody who, string key)
    {
        var known = who.File is { } file ? claims.NamesOf(file).Select(name => name.Key).ToList() : [FirstBesideAnOrcid(who).Key];
        return known.Exists(name => name == key || name.Split('-').Intersect(key.Split('-'), StringComparer.Ordinal).Any());
    }

    private void Shared(PrintedSpeaker speaker, Somebody who)
    {
        var first = FirstBesideAnOrcid(who);
        var (name, path) = who.File is { } file ? (file.Name, file.Path) : (first.Name, first.Path);
        problems.Add(new Problem($"content/{speaker.Path}", 1, 1, Rules.OrcidShared.Severity, Rules.OrcidShared.Name,
            $"{PlainText.Quote(speaker.Name)} has the ORCID iD {speaker.Orcid} here, and {PlainText.Quote(name)} has it in content/{path}; the archive takes them for one person, at /speaker/{who.Slug}/.",
            "If they are two people, correct one of the iDs. If they are one, list both names under aliases: in the person's file in content/people/ .", null));
    }

    private static PrintedSpeaker FirstBesideAnOrcid(Somebody who) => who.Speakers.Find(each => each.Orcid is not null);

    private void Unsure(PrintedSpeaker speaker, Somebody who) => problems.Add(new Problem(
        $"content/{speaker.Path}", 1, 1, Rules.SpeakerUnsure.Severity, Rules.SpeakerUnsure.Name,
        $"More than one person is called {PlainText.Quote(speaker.Name)}, and no ORCID iD says which of them this is; the archive takes them for the one at /speaker/{who.Slug}/.",
        "Write the speaker's iD beside the name, as  orcid: 0000-0002-1825-0097 .", null));

    private sealed class Somebody(PersonFile? file, string? orcid)
    {
        public PersonFile? File { get; } = file;

        public string? Orcid { get; set; } = orcid;

        public string Slug { get; set; } = "";

        public List<PrintedSpeaker> Speakers { get; } = [];
    }
}
