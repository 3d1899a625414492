using System.Diagnostics;

namespace SeminarArchive.Tests;

/// <summary>libxml2's validator, from the system's packages.</summary>
internal static class Xmllint
{
    public static readonly string? Path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator).Select(folder => System.IO.Path.Combine(folder, "xmllint")).FirstOrDefault(File.Exists);

    /// <summary>What it has against the document; empty when it is valid.</summary>
    /// <param name="schema">Path of a RELAX NG schema.</param>
    public static async Task<string> FaultsAsync(byte[] document, string schema)
    {
        using var process = Process.Start(new ProcessStartInfo(Path!, ["--noout", "--nonet", "--relaxng", schema, "-"]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardError = true })!;
        var faults = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(document);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? "" : await faults;
    }
}

/// <summary>A test that needs xmllint: skipped where there is none, except under <c>CI=true</c>, where it fails.</summary>
public sealed class XmllintFactAttribute : FactAttribute
{
    public XmllintFactAttribute()
    {
        if (Xmllint.Path is null && Environment.GetEnvironmentVariable("CI") != "true") Skip = "xmllint was not found. As root: apt-get install libxml2-utils";
    }
}
