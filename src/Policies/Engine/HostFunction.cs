using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Interop;

namespace Gates.Policies.Engine;

/// <summary>Functions of ours that scripts may call and may not replace.</summary>
internal static class HostFunction
{
    public static void Add(ObjectInstance target, string name, Func<JsValue, JsValue[], JsValue> function, int length, bool enumerable = true)
    {
        var instance = new ClrFunctionInstance(target.Engine, function, length) { Extensible = false };
        target.FastAddProperty(name, new JsValue(instance), writable: false, enumerable, configurable: false);
    }
}
