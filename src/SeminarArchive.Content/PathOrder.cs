namespace SeminarArchive.Content;

/// <summary>The order of content files, by which the first of two that claim the same has it: ordinally, a copy after what it is one of (<c>knots.md</c>, <c>knots - Copy.md</c>).</summary>
public sealed class PathOrder : IComparer<string>
{
    public static readonly PathOrder Instance = new();

    /// <summary>By what stands before the ending, which would come after a space or a hyphen, then by all of it.</summary>
    public int Compare(string? x, string? y)
    {
        var stems = WithoutEnding(x).SequenceCompareTo(WithoutEnding(y));
        return stems != 0 ? stems : string.CompareOrdinal(x, y);
    }

    private static ReadOnlySpan<char> WithoutEnding(string? path) => path.AsSpan(0, (path?.Length ?? 0) - Path.GetExtension(path.AsSpan()).Length);
}
