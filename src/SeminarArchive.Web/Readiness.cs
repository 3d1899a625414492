using Microsoft.Data.Sqlite;
using SeminarArchive.Store;

namespace SeminarArchive.Web;

/// <summary>What the running site knows of its archive.</summary>
public sealed class Readiness
{
    private volatile bool _ready;
    private volatile bool _hasAbout;

    /// <summary>True once the archive has been seeded, now or by an earlier run.</summary>
    public bool Ready => _ready;

    /// <summary>True when there is a page about the archive.</summary>
    public bool HasAbout => _hasAbout;

    /// <summary>What the last seeding of this run did; null before its end.</summary>
    public SeedReport? Report { get; internal set; }

    /// <summary>
    /// Whether a question failed because there is nothing to answer from any more: the archive is being rebuilt, or turns out to be damaged, which has it rebuilt.
    /// </summary>
    internal bool IsNoMore(ArchiveFile file, SqliteException failure)
    {
        if (!Ready) return true;
        if (!ArchiveFile.IsDamage(failure)) return false;

        Withdraw(file, failure);
        return true;
    }

    /// <summary>The archive turns out to be damaged: not ready until it is rebuilt, which this brings about.</summary>
    internal void Withdraw(ArchiveFile file, SqliteException damage)
    {
        Withdraw();
        file.Distrust($"SQLite found it damaged ({damage.Message})");
    }

    /// <summary>The archive is being rebuilt: not ready until it is announced again.</summary>
    internal void Withdraw() => _ready = false;

    internal void Announce(bool hasAbout) => (_hasAbout, _ready) = (hasAbout, true);
}
