using System.Text.Json.Serialization;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>How exact a date is: to the <c>year</c>, the <c>month</c> or the <c>day</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DatePrecision>))]
public enum DatePrecision
{
    [JsonStringEnumMemberName("year")]
    Year,

    [JsonStringEnumMemberName("month")]
    Month,

    [JsonStringEnumMemberName("day")]
    Day,
}
