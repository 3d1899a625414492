using System.Text.Json.Serialization;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>What became of the plan to hold a seminar: held or to be held when its date says (<c>scheduled</c>), <c>cancelled</c>, or <c>postponed</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EventStatus>))]
public enum EventStatus
{
    [JsonStringEnumMemberName("scheduled")]
    Scheduled = Content.EventStatus.Scheduled,

    [JsonStringEnumMemberName("cancelled")]
    Cancelled = Content.EventStatus.Cancelled,

    [JsonStringEnumMemberName("postponed")]
    Postponed = Content.EventStatus.Postponed,
}
