using System.Globalization;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Shared;

/// <summary>What slides, recordings and other resources are called, and what is known of them.</summary>
public static class ResourceKinds
{
    private static readonly Dictionary<string, string> Files = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "PDF", [".ppt"] = "PowerPoint", [".pptx"] = "PowerPoint", [".odp"] = "OpenDocument", [".key"] = "Keynote", [".doc"] = "Word", [".docx"] = "Word",
        [".mp4"] = "Video", [".webm"] = "Video", [".mov"] = "Video", [".mp3"] = "Audio", [".m4a"] = "Audio", [".ogg"] = "Audio", [".zip"] = "ZIP", [".csv"] = "CSV",
        [".html"] = "Web page", [".htm"] = "Web page", [".png"] = "Image", [".jpg"] = "Image", [".ipynb"] = "Notebook", [".txt"] = "Text",
    };

    /// <summary>Its own label, else its type in words.</summary>
    public static string Label(SeminarResource resource) => resource.Label ?? resource.Type switch
    {
        "slides" => "Presentation slides",
        "recording" => "Recording",
        { Length: > 0 } type => char.ToUpperInvariant(type[0]) + type[1..].Replace('-', ' '),
        _ => "Link",
    };

    /// <summary>Kind of file, size, and where it leads when it leaves the site; only what is known: <c>PDF, 1.8 MB</c>.</summary>
    public static string Describe(SeminarResource resource, CultureInfo culture)
    {
        var absolute = Uri.TryCreate(resource.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
        var path = absolute ? url!.AbsolutePath : resource.Url.Split('?', '#')[0];
        var kind = Files.GetValueOrDefault(Path.GetExtension(path));
        var size = resource.Size is { } bytes ? Words.Size(bytes, culture) : null;
        var host = absolute ? url!.Host.StartsWith("www.", StringComparison.Ordinal) ? url.Host[4..] : url.Host : null;
        return string.Join(", ", new[] { kind, size, host is null ? null : $"at {host}" }.OfType<string>());
    }
}
