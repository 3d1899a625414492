using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Shared;

/// <summary>Neighbouring speakers from one institution, who are named together.</summary>
public sealed record Byline(IReadOnlyList<SpeakerLine> Speakers, string? Affiliation, string? AffiliationSlug);

/// <summary>How a list of speakers is put into words.</summary>
public static class Bylines
{
    /// <summary>In the speakers' order; each group has at least one.</summary>
    public static IReadOnlyList<Byline> Of(IReadOnlyList<SpeakerLine> speakers)
    {
        var groups = new List<Byline>();
        for (var i = 0; i < speakers.Count;)
        {
            var together = speakers.Skip(i).TakeWhile(s => s.AffiliationSlug == speakers[i].AffiliationSlug).ToList();
            groups.Add(new Byline(together, speakers[i].Affiliation, speakers[i].AffiliationSlug));
            i += together.Count;
        }

        return groups;
    }
}
