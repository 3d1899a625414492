namespace SeminarArchive.Content;

/// <summary>Writes a file so that whoever reads it finds the old text or the new one, never half of it.</summary>
public static class WholeFile
{
    /// <summary>Puts the bytes in the place of what the file holds; its permissions stay.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> bytes) => Write(path, bytes, overwrite: true);

    /// <summary>Writes a file that must not be there yet.</summary>
    /// <exception cref="IOException">There is a file of that name already, or the disk refuses.</exception>
    public static void Create(string path, ReadOnlySpan<byte> bytes) => Write(path, bytes, overwrite: false);

    // A name with a leading dot is no seminar's, whoever looks meanwhile.
    private static void Write(string path, ReadOnlySpan<byte> bytes, bool overwrite)
    {
        var draft = Path.Combine(Path.GetDirectoryName(path)!, $".{Guid.NewGuid():N}.tmp");
        try
        {
            using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            if (overwrite && !OperatingSystem.IsWindows()) File.SetUnixFileMode(draft, File.GetUnixFileMode(path));
            File.Move(draft, path, overwrite);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
