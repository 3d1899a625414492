using Microsoft.Extensions.Primitives;

namespace SeminarArchive.Web;

/// <summary>Names what a page or endpoint reads of the query of its address; the rest makes no other page of it. With no names, everything counts.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class ReadsQueryAttribute(params string[] keys) : Attribute
{
    /// <summary>What of a query counts, in an order of its own, beginning with <c>?</c>; empty when nothing does.</summary>
    public string Of(IQueryCollection query)
    {
        if (query.Count == 0) return "";

        var read = keys.Length == 0 ? QueryString.Create(query) : QueryString.Create(keys.Where(query.ContainsKey).Select(k => KeyValuePair.Create<string, StringValues>(k, query[k])));
        return read.Value ?? "";
    }
}

/// <summary>Names what a search is read from.</summary>
public sealed class ReadsSearchAttribute() : ReadsQueryAttribute(SearchAddress.QueryKeys);
