"""Every Python process that finds this folder on PYTHONPATH starts ``MOVED_CLOCK`` seconds away.

Only what day it is moves; the clocks that measure how long something takes do not.
"""

import os
import time

import time_machine

time_machine.travel(time.time() + float(os.environ["MOVED_CLOCK"]), tick=True).start()
