using System.Runtime.CompilerServices;
using Jint.Native;
using Jint.Runtime;

namespace Gates.Policies.Engine.Library;

/// <summary>Equality of keys in maps and sets: <c>===</c>, and NaN equals itself.</summary>
internal sealed class KeyComparer : IEqualityComparer<JsValue>
{
    public static KeyComparer Instance { get; } = new();

    public bool Equals(JsValue? x, JsValue? y) => (x!.Type, y!.Type) switch
    {
        (Types.String, Types.String) => string.Equals(x.AsString(), y.AsString(), StringComparison.Ordinal),
        (Types.Number, Types.Number) => x.AsNumber().Equals(y.AsNumber()) || (x.AsNumber() == 0 && y.AsNumber() == 0),
        (Types.Boolean, Types.Boolean) => x.AsBoolean() == y.AsBoolean(),
        (Types.Object, Types.Object) => ReferenceEquals(x.AsObject(), y.AsObject()),
        var (one, other) => one == other,
    };

    public int GetHashCode(JsValue obj) => obj.Type switch
    {
        Types.String => StringComparer.Ordinal.GetHashCode(obj.AsString()),
        Types.Number => (obj.AsNumber() + 0.0).GetHashCode(),
        Types.Boolean => obj.AsBoolean() ? 1 : 2,
        Types.Object => RuntimeHelpers.GetHashCode(obj.AsObject()),
        _ => (int)obj.Type,
    };
}
