using Jint.Native;
using Jint.Native.Error;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;

namespace Gates.Policies.Engine.Library;

/// <summary>The global <c>Error</c> or one of its kind: takes a cause, and can be extended.</summary>
internal sealed class ErrorFace : FunctionInstance, IConstructor
{
    private readonly ErrorConstructor _inner;

    public ErrorFace(ErrorConstructor inner)
        : base(inner.Engine, null, null, strict: false)
    {
        _inner = inner;
        Prototype = inner.Prototype;
        Extensible = true;
        FastAddProperty("length", 1, writable: false, enumerable: false, configurable: false);
        FastAddProperty("prototype", inner.PrototypeObject, writable: false, enumerable: false, configurable: false);
    }

    /// <summary>The constructor of a class that extends this one comes here with its own new object.</summary>
    public override JsValue Call(JsValue thisObject, JsValue[] arguments)
    {
        var made = Construct(arguments);
        if (HasInstance(thisObject))
        {
            made.Prototype = thisObject.AsObject().Prototype;
        }

        return new JsValue(made);
    }

    public ObjectInstance Construct(JsValue[] arguments)
    {
        var made = _inner.Construct(arguments);
        if (made.HasOwnProperty("message"))
        {
            made.FastAddProperty("message", made.Get("message"), writable: true, enumerable: false, configurable: true);
        }

        if (arguments.At(1).TryCast<ObjectInstance>() is { } options && options.HasProperty("cause"))
        {
            made.FastAddProperty("cause", options.Get("cause"), writable: true, enumerable: false, configurable: true);
        }

        return made;
    }
}
