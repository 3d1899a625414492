using System.Collections.Frozen;
using SeminarArchive.Content;

namespace SeminarArchive.Web;

/// <summary>Gathers what the operating system says has happened below a folder.</summary>
internal sealed class FolderChanges(string root) : IDisposable
{
    // Disks of the machine itself, of which the system tells whatever happens; shares, layers of containers and links do not always say.
    private static readonly FrozenSet<string> Local =
        new[] { "ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "tmpfs", "apfs", "hfs", "ntfs", "refs" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const int FewFiles = 2;
    private const int InOneGo = 64 * 1024;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _happened = new(0, 1);
    private FileSystemWatcher? _watcher;
    private volatile bool _isReliable;
    private bool _everything;
    private long _last;

    /// <summary>Whether nothing is likely to happen that is not heard of.</summary>
    public bool IsReliable => _isReliable;

    /// <summary>False when the system cannot watch the folder; the reason is for the log.</summary>
    public bool Start(out string reason)
    {
        try
        {
            _watcher = new FileSystemWatcher(root)
            {
                IncludeSubdirectories = true,
                InternalBufferSize = 64 * 1024,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            _watcher.Created += (_, e) => Note(e.FullPath);
            _watcher.Changed += (_, e) => Note(e.FullPath);
            _watcher.Deleted += (_, e) => Note(e.FullPath);
            _watcher.Renamed += (_, e) =>
            {
                Note(e.OldFullPath);
                Note(e.FullPath);
            };
            _watcher.Error += (_, _) =>
            {
                Distrust();
                Note(null);
            };
            _watcher.EnableRaisingEvents = true;
            _isReliable = IsLocal(root);
            reason = "";
            return true;
        }
        catch (Exception e) when (e is IOException or ArgumentException or PlatformNotSupportedException)
        {
            reason = e.Message;
            return false;
        }
    }

    /// <summary>True as soon as something has happened, false when the time is up.</summary>
    public Task<bool> WaitAsync(TimeSpan most, CancellationToken cancel) => _happened.WaitAsync(most, cancel);

    /// <summary>Something has happened that was not heard of, as when another folder took the place of this one: it may be so again.</summary>
    public void Distrust() => _isReliable = false;

    /// <summary>As if everything had changed.</summary>
    public void Wake() => Note(null);

    /// <summary>Waits until nothing has happened for a while, but never longer than the longest; less long after a single save.</summary>
    public async Task QuietAsync(TimeSpan quiet, TimeSpan afterSave, TimeSpan longest, CancellationToken cancel)
    {
        var start = Environment.TickCount64;
        while (Environment.TickCount64 - start < longest.TotalMilliseconds)
        {
            var left = (IsSave() ? afterSave : quiet).TotalMilliseconds - (Environment.TickCount64 - Interlocked.Read(ref _last));
            if (left <= 0) return;
            await Task.Delay(TimeSpan.FromMilliseconds(left), cancel);
        }
    }

    /// <summary>
    /// The paths that something has happened to, under the folder, and forgets them.
    /// Null when only a look at everything will do: a folder moved, a page that is no seminar changed, or the system lost count.
    /// </summary>
    public IReadOnlyCollection<string>? Take()
    {
        lock (_lock)
        {
            string[]? paths = _everything ? null : [.. _paths];
            _paths.Clear();
            _everything = false;
            if (_happened.CurrentCount > 0) _happened.Wait(0);
            return paths;
        }
    }

    // A few files that a program writes in one go, each of them there and not empty: nothing is going to follow, as it does on the truncated,
    // the emptied and the renamed ones of editors that save in several steps, on a long file, and on the first of many.
    private bool IsSave()
    {
        lock (_lock)
        {
            return !_everything && _paths.Count is > 0 and <= FewFiles && _paths.All(path => new FileInfo(Path.Combine(root, path)) is { Exists: true, Length: > 0 and <= InOneGo });
        }
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _happened.Dispose();
    }

    private static bool IsLocal(string folder)
    {
        try
        {
            return RealPath.Of(folder) == Path.TrimEndingDirectorySeparator(folder) && Local.Contains(new DriveInfo(folder).DriveFormat);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    private void Note(string? path)
    {
        lock (_lock)
        {
            var name = path is null ? null : Path.GetRelativePath(root, path).Replace('\\', '/');
            // A name without an ending is a folder, now or a moment ago. Slides may lie beside their seminar.
            var isFile = name is not null && Path.GetExtension(name).Length > 0 && name.StartsWith("seminars/", StringComparison.Ordinal);
            if (isFile && (ContentFolder.IsMarkdown(name!) || ContentFolder.IsPassedOver(name!))) _paths.Add(name!);
            else _everything = true;
            Interlocked.Exchange(ref _last, Environment.TickCount64);
            if (_happened.CurrentCount == 0) _happened.Release();
        }
    }
}
