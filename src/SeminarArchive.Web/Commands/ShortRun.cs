using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SeminarArchive.Web.Commands;

/// <summary>
/// The runtime gathers profiles of the running program, soon compiles better what is called often, and looks every few megabytes for memory to take back.
/// That pays where pages are served for days; commands that read the whole archive and end take half as long again with the first, and together a tenth with the others.
/// Since the runtime takes such settings only at its start, these commands are carried out by a second start.
/// </summary>
internal static class ShortRun
{
    // Hexadecimal, as the runtime reads them: 256 calls before code is compiled better, 32 MB before memory is looked through.
    private static readonly (string Name, string Value)[] Settings = [("DOTNET_TieredPGO", "0"), ("DOTNET_TC_CallCountingDelayMs", "0"), ("DOTNET_TC_CallCountThreshold", "100"), ("DOTNET_GCGen0MaxBudget", "2000000")];

    /// <summary>Whether the command is one that is quicker so, and one of the settings is still to be made, as after the second start none is.</summary>
    public static bool Suits(IReadOnlyList<string> args) => args is ["seed" or "check", ..] && Array.Exists(Settings, s => Environment.GetEnvironmentVariable(s.Name) is null);

    /// <summary>Starts the program again with the same arguments, streams and folder, and ends when it does.</summary>
    /// <returns>Its exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var program = Environment.ProcessPath!;
        // Started as "dotnet SeminarArchive.Web.dll", the host must be told what to run.
        string[] host = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? [Environment.GetCommandLineArgs()[0]] : [];
        var start = new ProcessStartInfo(program, [.. host, .. args]);
        // What whoever started the program has chosen stays.
        foreach (var (name, value) in Settings) start.Environment.TryAdd(name, value);
        using var process = Process.Start(start)!;
        // Ctrl+C reaches both by itself, and the second one answers it; what is sent to this one alone ends both: nothing half done is ever taken for done.
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => process.Kill());
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
