using System.Globalization;
using Shouldly;
using Xunit.Sdk;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>A wrong answer that a comparison gets in the place of the door's.</summary>
internal static class PlantedFault
{
    /// <summary>The comparison fails, and says which history did it and how to rebuild it.</summary>
    public static void IsSeen(History history, string fault, Action compare)
    {
        var message = Should.Throw<XunitException>(compare, fault).Message;
        message.ShouldStartWith($"history {history.Seed.ToString(CultureInfo.InvariantCulture)} ({history.Shape}): ", customMessage: fault);
        message.ShouldEndWith(history.Script, customMessage: fault);
    }
}
