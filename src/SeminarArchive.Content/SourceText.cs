using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace SeminarArchive.Content;

/// <summary>The bytes of a file as text with LF line ends, or what is wrong with them.</summary>
internal static class SourceText
{
    public const int MaxBytes = 1024 * 1024;

    static SourceText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Null when the bytes are no text; the problem then says why.</summary>
    public static string? From(string path, ReadOnlySpan<byte> bytes, out ProblemList problems)
    {
        problems = new ProblemList(path, []);
        if (OtherKind(bytes, problems.IsPage) is { } kind)
        {
            problems.Add(Rules.NotText, new Place(1, 1), $"The file is {kind}, whatever its name says, and no plain text.",
                "Open it in the program that made it and save it as plain text (UTF-8); then see that it begins with a line --- .");
            return null;
        }

        if (bytes.Length > MaxBytes)
        {
            problems.Add(Rules.FileTooLarge, new Place(1, 1), $"The file is larger than 1 MB ({bytes.Length / 1024} KB).",
                "Put images, slides and data into files of their own under content/slides/ and link to them.");
            return null;
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || LooksLikeUtf16(bytes))
        {
            problems.Add(Rules.Utf16, new Place(1, 1), "The file is saved as UTF-16, which some editors call \"Unicode\".",
                "Save it again and choose the encoding UTF-8.");
            return null;
        }

        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (!Utf8.IsValid(bytes))
        {
            NotUtf8(path, bytes, out problems);
            return null;
        }

        var text = WithLineFeeds(Encoding.UTF8.GetString(bytes));
        problems = new ProblemList(path, text.Split('\n'));
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(Rules.FileEmpty, new Place(1, 1), "There is nothing in the file.",
                problems.IsPage ? "Write a heading, such as  # About us , and the text below it."
                : problems.IsPerson ? "Begin with a line ---, then name:, then another line --- and the biography."
                : "Begin with a line ---, then title: and date:, then another line --- and the abstract.");
            return null;
        }

        return CheckCharacters(text, problems) && CheckConflicts(text, problems) ? text : null;
    }

    // By its first letters; null for text.
    private static string? OtherKind(ReadOnlySpan<byte> bytes, bool isPage)
    {
        if (bytes.StartsWith("{\\rtf"u8)) return "a document in Rich Text Format (RTF)";
        if (bytes.StartsWith("PK\x03\x04"u8)) return "a document of a word processor (such as .docx or .odt) or another packed file";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return "a document of an old word processor (.doc)";
        if (bytes.StartsWith("%PDF-"u8)) return "a PDF";
        // The text of a page may be HTML.
        return !isPage && bytes is [(byte)'<', ..] && (Ascii.EqualsIgnoreCase(bytes[..Math.Min(14, bytes.Length)], "<!doctype html"u8) || Ascii.EqualsIgnoreCase(bytes[..Math.Min(5, bytes.Length)], "<html"u8)) ? "a web page (HTML)" : null;
    }

    // Whatever else could be said of such a file is said of two files at once.
    private static bool CheckConflicts(string text, ProblemList problems)
    {
        var opened = HoldsLine(text, "<<<<<<< ");
        if (!opened && !HoldsLine(text, ">>>>>>> ")) return true;

        var (parted, found) = (false, false);
        for (var i = 0; i < problems.Lines.Length; i++)
        {
            var line = problems.Lines[i];
            if (line.StartsWith("=======", StringComparison.Ordinal) && line.TrimEnd().Length == 7) parted = true;
            // Seven quotations in each other begin so too.
            if (!line.StartsWith("<<<<<<< ", StringComparison.Ordinal) && !(!opened && parted && line.StartsWith(">>>>>>> ", StringComparison.Ordinal))) continue;

            problems.Add(Rules.MergeConflict, new Place(i + 1, 1), "Here git has left two versions of the same lines, because two people changed them; which one counts is for you to say.",
                "Keep what is right of both, and delete the lines that begin with <<<<<<< , ======= and >>>>>>> .");
            found = true;
        }

        return !found;
    }

    private static bool HoldsLine(string text, string beginning) =>
        text.StartsWith(beginning, StringComparison.Ordinal) || text.Contains("\n" + beginning, StringComparison.Ordinal);

    private static string WithLineFeeds(string text) =>
        text.Contains('\r', StringComparison.Ordinal)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : text;

    // Latin text in UTF-16 has a NUL in every other byte.
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8) return false;
        var head = bytes[..Math.Min(64, bytes.Length)];
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }

        return (even == 0 && odd > head.Length / 3) || (odd == 0 && even > head.Length / 3);
    }

    private static void NotUtf8(string path, ReadOnlySpan<byte> bytes, out ProblemList problems)
    {
        var good = 0;
        while (good < bytes.Length && Rune.DecodeFromUtf8(bytes[good..], out _, out var used) == OperationStatus.Done) good += used;

        var windows = Encoding.GetEncoding(1252);
        var before = WithLineFeeds(Encoding.UTF8.GetString(bytes[..good]));
        var rest = bytes[good..];
        var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
        var tail = windows.GetString(end < 0 ? rest : rest[..end]);
        var line = before.AsSpan().Count('\n') + 1;
        var start = before.LastIndexOf('\n') + 1;

        var lines = new string[line];
        lines[line - 1] = before[start..] + tail;
        problems = new ProblemList(path, lines);
        var letter = tail.Length > 0 && char.IsLetter(tail[0]) ? $" (probably {PlainText.Quote(tail[..1])})" : "";
        problems.Add(Rules.NotUtf8, new Place(line, before.Length - start + 1),
            $"The file is not saved as UTF-8: this character{letter} comes from an older encoding such as Windows-1252.",
            "Save the file again and choose the encoding UTF-8; then check the letters with accents.");
    }

    private static bool CheckCharacters(string text, ProblemList problems)
    {
        if (!PlainText.HoldsControls(text)) return true;

        int line = 1, start = 0, reported = 0;
        var isTold = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
            {
                line++;
                start = i + 1;
            }
            else if (c == '\0')
            {
                problems.Add(Rules.NulCharacter, new Place(line, i - start + 1), "The file holds a NUL character: it is damaged, or it is no text file.",
                    "Open it in a text editor, delete that character (or type the line afresh) and save it as UTF-8.");
                return false;
            }
            else if (PlainText.IsInvisible(c))
            {
                // Where there is one there are often many.
                if (!isTold) problems.Add(Rules.InvisibleCharacter, new Place(line, i - start + 1), $"A character that nobody sees (U+{(int)c:X4}) stands here; the archive leaves it out, as all of its kind.", "Delete it, or type the word afresh; or leave it: it does no harm.");
                isTold = true;
            }
            else if (PlainText.IsControl(c) && reported++ < 5)
            {
                problems.Add(Rules.ControlCharacter, new Place(line, i - start + 1),
                    $"An invisible {(c >= '\uFFFE' ? "code that stands for no character" : c >= '\u2000' ? "character that changes the direction of writing" : "control character")} (U+{(int)c:X4}) stands here; the archive leaves it out.",
                    "Delete it: put the cursor before the next visible letter and press Backspace once, or type the word afresh.");
            }
        }

        return true;
    }
}
