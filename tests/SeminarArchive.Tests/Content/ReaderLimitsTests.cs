using System.Text;
using SeminarArchive.Content;

namespace SeminarArchive.Tests.Content;

/// <summary>Files too large to stand among the samples.</summary>
public sealed class ReaderLimitsTests
{
    public static TheoryData<string, string> TooMuch() => new()
    {
        { Rules.FileTooLarge.Name, Text("title: x\ndate: 2019", new string('x', 1_100_000)) },
        { Rules.FrontMatterTooLarge.Name, Text("title: x\ndate: 2019\n" + Times("# remark\n", 5000), "") },
        { Rules.FrontMatterTooLarge.Name, Text("title: x\ndate: 2019\ntags: [" + Times("a,", 5000) + "]", "") },
        { Rules.YamlSyntax.Name, Text("title: x\ndate: 2019\n? [a]\n: b", "") },
        { Rules.ListTooLong.Name, Text("title: x\ndate: 2019\ntags: [" + string.Join(',', Enumerable.Range(0, 101)) + "]", "") },
        { Rules.ListTooLong.Name, Text("title: x\ndate: 2019\nspeakers: [" + string.Join(',', Enumerable.Range(0, 101)) + "]", "") },
        { Rules.BodyTooLong.Name, Text("title: x\ndate: 2019", Times("words ", 60_000)) },
        { Rules.TooManyProblems.Name, Text("title: x\ndate: 2019\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"unknown{i}: x\n")), "") },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void Says_what_is_too_much(string rule, string text)
    {
        var reading = SeminarReader.Read("seminars/x.md", Encoding.UTF8.GetBytes(text));

        Assert.Equal([rule], reading.Problems.Where(problem => problem.Rule != Rules.FieldUnknown.Name).Select(problem => problem.Rule));
        Assert.Equal(rule == Rules.TooManyProblems.Name, reading.Seminar is not null);
    }

    [Fact]
    public void A_body_that_repeats_the_abstract_is_printed_once()
    {
        var same = Read("abstract: What *sailors* knew.", "What *sailors* knew.\n\nMore.");
        var other = Read("abstract: Short.", "Long.");
        var alone = Read("abstract: |\n  One.\n\n  Two.", "");

        Assert.Equal(["What sailors knew.\n\nMore.", "Short.\n\nLong.", "One.\n\nTwo."], [same.AbstractText, other.AbstractText, alone.AbstractText]);
    }

    private static SeminarFile Read(string field, string body) => SeminarReader.Read("seminars/x.md", Encoding.UTF8.GetBytes(Text("title: x\ndate: 2019\n" + field, body))).Seminar!;

    private static string Text(string fields, string body) => $"---\n{fields}\n---\n\n{body}\n";

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
