namespace SeminarArchive.Tests.Content;

/// <summary>Files gathered from public sites, which stand beside the repository where there are any.</summary>
internal static class Corpus
{
    /// <summary>Null when this machine has no such folder.</summary>
    public static string? Folder(string name)
    {
        if (Repository.Root is not { } root) return null;
        var folder = Path.GetFullPath(Path.Combine(root, "..", "shared", "corpus", name));
        return Directory.Exists(folder) ? folder : null;
    }
}

/// <summary>A test over <c>../shared/corpus/</c>; says why it is skipped where that is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute(string folder)
    {
        if (Corpus.Folder(folder) is null) Skip = $"There is no ../shared/corpus/{folder} beside the repository.";
    }
}
