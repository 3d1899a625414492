using System.Text;
using Ical.Net.Serialization;

namespace SeminarArchive.Web.Formats;

/// <summary>Calendar text in lines of at most 75 octets (RFC 5545, 3.1). Ical.Net's own folds fall between the halves of characters such as 😀, which are lost with them.</summary>
internal static class Folded
{
    private const int MostOctets = 75;

    public static string Text(this SerializerBase serializer, object component) => Fold(serializer.SerializeToString(component)!.Replace("\r\n ", "", StringComparison.Ordinal));

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + (text.Length / 16));
        Span<char> letter = stackalloc char[2];
        var octets = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\r' or '\n') octets = 0;
            else if ((octets += rune.Utf8SequenceLength) > MostOctets)
            {
                folded.Append("\r\n ");
                octets = 1 + rune.Utf8SequenceLength;
            }

            folded.Append(letter[..rune.EncodeToUtf16(letter)]);
        }

        return folded.ToString();
    }
}
