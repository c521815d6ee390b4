using Jint.Runtime;

namespace Gates.Policies.Engine;

/// <summary>What the engine asks for the time: it is not told, and a text is a moment only in the one form that needs no clock to complete it.</summary>
internal sealed class NoClock : ITimeSystem
{
    public TimeZoneInfo DefaultTimeZone => TimeZoneInfo.Utc;

    public DateTimeOffset GetUtcNow() => throw new MisuseException(
        "a policy has no clock: time comes in as a fact, in the evidence or in the settings; new Date(text) and new Date(milliseconds) work");

    public bool TryParse(string date, out long epochMilliseconds)
    {
        var moment = Instant.Parse(date);
        epochMilliseconds = moment?.ToUnixTimeMilliseconds() ?? 0;
        return moment is not null;
    }

    public TimeSpan GetUtcOffset(long epochMilliseconds) => TimeSpan.Zero;
}
