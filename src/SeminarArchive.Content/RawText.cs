using System.Text;

namespace SeminarArchive.Content;

/// <summary>A file's text as it stands on the disk, for small edits at the places that the reader gives; everything else keeps its bytes.</summary>
internal sealed class RawText
{
    private readonly byte[] mark;
    private readonly string text;
    private readonly List<int> starts = [0];
    private readonly List<(int At, int Length, string Text)> edits = [];

    /// <param name="bytes">Valid UTF-8, with or without a byte order mark.</param>
    public RawText(byte[] bytes)
    {
        mark = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes[..3] : [];
        text = Encoding.UTF8.GetString(bytes, mark.Length, bytes.Length - mark.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n'))) starts.Add(i + 1);
        }

        var first = text.AsSpan().IndexOfAny('\r', '\n');
        LineEnd = first < 0 ? "\n" : text[first] == '\n' ? "\n" : first + 1 < text.Length && text[first + 1] == '\n' ? "\r\n" : "\r";
    }

    /// <summary>What ends the first line.</summary>
    public string LineEnd { get; }

    /// <summary>Puts a text before the place.</summary>
    public void Insert(Place place, string what) => edits.Add((At(place), 0, what));

    /// <summary>Replaces a text that stands on the place's line, at the place or after it; false when it does not.</summary>
    public bool Replace(Place place, string what, string by)
    {
        var at = At(place);
        var end = place.Line < starts.Count ? starts[place.Line] : text.Length;
        var found = text.IndexOf(what, at, end - at, StringComparison.Ordinal);
        if (found < 0) return false;
        edits.Add((found, what.Length, by));
        return true;
    }

    public byte[] ToBytes()
    {
        var whole = new StringBuilder(text);
        foreach (var (at, length, by) in edits.OrderByDescending(edit => edit.At)) whole.Remove(at, length).Insert(at, by);
        return [.. mark, .. Encoding.UTF8.GetBytes(whole.ToString())];
    }

    private int At(Place place) => starts[place.Line - 1] + place.Column - 1;
}
