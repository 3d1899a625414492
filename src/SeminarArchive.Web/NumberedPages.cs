using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace SeminarArchive.Web;

/// <summary>Gives every page with a paginated list its second address: <c>…/page/2/</c>.</summary>
public sealed class NumberedPages : IPageRouteModelConvention
{
    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal)
    {
        "/Index", "/Search", "/Authors/Show", "/Categories/Show", "/Speakers/Show", "/Affiliations/Show", "/Tags/Show", "/Years/Year", "/Years/Month",
    };

    public void Apply(PageRouteModel model)
    {
        if (!Lists.Contains(model.ViewEnginePath)) return;

        var plain = model.Selectors.Single(s => s.AttributeRouteModel is not null);
        var template = plain.AttributeRouteModel!.Template!.TrimEnd('/');
        model.Selectors.Add(new SelectorModel
        {
            AttributeRouteModel = new AttributeRouteModel { Template = (template.Length == 0 ? "" : template + "/") + "page/{number:regex(^[0-9]+$):int:min(2)}" },
        });
    }
}
