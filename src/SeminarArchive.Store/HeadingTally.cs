using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>What the seminars under one heading say of it, gathered while they are written; the same that <see cref="HeadingWriter.Recount"/> asks the database for.</summary>
internal sealed class HeadingTally(int id)
{
    private Place _name = Place.None;
    private Place _orcid = Place.None;
    private Place _website = Place.None;
    private int _counted;

    public int Id { get; } = id;

    public string Name { get; private set; } = "";

    public int Count { get; private set; }

    public string? Orcid { get; private set; }

    public string? Website { get; private set; }

    public void Add(Seminar seminar, string name, SeminarSpeaker? speaker)
    {
        var here = new Place((int)seminar.Status, seminar.SortKey, seminar.Slug);
        if (here.IsBefore(_name)) (_name, Name) = (here, name);
        if (seminar.Status != SeminarStatus.Published) return;

        if (_counted != seminar.Id) Count++;
        _counted = seminar.Id;
        if (speaker?.Orcid is { } orcid && here.IsBefore(_orcid)) (_orcid, Orcid) = (here, orcid);
        if (speaker?.Url is { } url && here.IsBefore(_website)) (_website, Website) = (here, url);
    }

    // In the order of HeadingWriter.NewestFirst; of two entries of one seminar the first stays.
    private readonly record struct Place(int Status, long SortKey, string Slug)
    {
        public static readonly Place None = new(int.MaxValue, 0, "");

        public bool IsBefore(Place other) =>
            Status != other.Status ? Status < other.Status : SortKey != other.SortKey ? SortKey > other.SortKey : CompareAsUtf8(Slug, other.Slug) < 0;

        // As SQLite compares texts; in UTF-16 what lies beyond the basic plane comes before some that lies within.
        private static int CompareAsUtf8(string a, string b)
        {
            var same = a.AsSpan().CommonPrefixLength(b);
            if (same == a.Length || same == b.Length) return a.Length - b.Length;
            return char.IsSurrogate(a[same]) == char.IsSurrogate(b[same]) ? a[same] - b[same] : char.IsSurrogate(a[same]) ? 1 : -1;
        }
    }
}
