using System.Reflection;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Tests.Conventions;

/// <summary>Content reads, Store remembers, Web answers; see src/README.md.</summary>
public class ArrowTests
{
    private const string Ef = "Microsoft.EntityFrameworkCore";
    private const string AspNet = "Microsoft.AspNetCore";

    [Fact]
    public void Content_knows_no_database_and_no_HTTP() => AssertNever(typeof(SeminarReader).Assembly, Ef, "Microsoft.Data.Sqlite", AspNet, "SeminarArchive.Store", "SeminarArchive.Web");

    [Fact]
    public void Store_knows_no_HTTP() => AssertNever(typeof(Archive).Assembly, AspNet, "SeminarArchive.Web");

    [Fact]
    public void Web_reads_no_Markdown_and_no_YAML_by_itself() => AssertNever(typeof(Program).Assembly, "Markdig", "YamlDotNet", "HtmlSanitizer", "AngleSharp");

    [Fact]
    public async Task Only_the_store_writes_to_what_it_remembers()
    {
        await using var context = new ArchiveContext(new DbContextOptionsBuilder<ArchiveContext>().UseSqlite().Options);

        var open = context.Model.GetEntityTypes().SelectMany(e => e.ClrType.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(p => p.SetMethod is { IsPublic: true }).Select(p => $"{p.DeclaringType!.Name}.{p.Name}");

        Assert.Equal([], open);
        Assert.True(context.Model.GetEntityTypes().Count() > 10);
    }

    private static void AssertNever(Assembly room, params string[] forbidden) =>
        Assert.Equal([], room.GetReferencedAssemblies().Select(a => a.Name!).Where(n => Array.Exists(forbidden, f => n == f || n.StartsWith(f + ".", StringComparison.Ordinal))));
}
