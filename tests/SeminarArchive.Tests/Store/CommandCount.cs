using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SeminarArchive.Tests.Store;

/// <summary>Counts the commands that the site sends to one database while it listens, through EF Core or past it.</summary>
internal sealed class CommandCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _database;
    private readonly List<IDisposable> _subscriptions = [];
    private int _count;

    public CommandCount(string database)
    {
        _database = database;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        var meter = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Name == "seminararchive.store.commands") listener.EnableMeasurementEvents(instrument); } };
        meter.SetMeasurementEventCallback<long>((_, count, tags, _) => { if (tags[0].Value as string == _database) Interlocked.Add(ref _count, (int)count); });
        meter.Start();
        _subscriptions.Add(meter);
    }

    /// <summary>How many commands the action took.</summary>
    public async Task<int> OfAsync(Func<Task> action)
    {
        _count = 0;
        await action();
        return _count;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData data && value.Key == RelationalEventId.CommandExecuting.Name && data.Command.Connection?.DataSource == _database) Interlocked.Increment(ref _count);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());
}
